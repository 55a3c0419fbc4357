-- From here on a purpose is a code. Entries written before keep their words: the chain covers them, and nobody edits a journal.
alter table audit.entry add constraint purpose_is_a_code check (purpose ~ '^[A-Z][0-9]{2,3}$') not valid;
