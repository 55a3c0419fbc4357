-- Lists of people kept under a name: by condition, or by people.
create table dossier.saved_list (
  id uuid primary key,
  owner uuid not null,
  unit uuid,
  name text not null,
  condition text,
  people uuid[],
  columns text[],
  check ((condition is null) <> (people is null))
);

create index saved_list_owner on dossier.saved_list (owner);
create index saved_list_unit on dossier.saved_list (unit) where unit is not null;
