-- Words that were typed as the purpose of an export become the code that says just this; those not taken yet go on under it.
update interchange.export set purpose = 'S05' where purpose !~ '^[A-Z][0-9]{2,3}$';
alter table interchange.export add constraint purpose_is_a_code check (purpose ~ '^[A-Z][0-9]{2,3}$');
