-- Copies of files that may be this person's: the two who erase said of which they shall be emptied as well. Keys of whoever keeps
-- them; none of what they say.
alter table dossier.erasure add column copies text[] not null default '{}';
