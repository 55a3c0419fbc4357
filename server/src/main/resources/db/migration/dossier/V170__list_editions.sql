-- What a list by condition has asked, from which day and since which act: changed by new rows, never by other words in an old one.
create table dossier.list_edition (
  id uuid primary key,
  list uuid not null,
  condition text not null,
  made_by uuid not null,
  valid daterange not null check (not isempty(valid)),
  known_from bigint not null references kernel.act (number),
  known_to bigint references kernel.act (number),
  check (known_to >= known_from),
  exclude using gist (list with =, valid with &&) where (known_to is null)
);

create index list_edition_list on dossier.list_edition (list);

create function dossier.editions_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'editions of lists are never deleted';
  end if;
  if (old.id, old.list, old.condition, old.made_by, old.valid, old.known_from)
     is distinct from (new.id, new.list, new.condition, new.made_by, new.valid, new.known_from)
     or old.known_to is not null then
    raise exception 'an edition of a list ends once and is never edited';
  end if;
  return new;
end $$;

create trigger editions_only_end before update or delete on dossier.list_edition
  for each row execute function dossier.editions_only_end();

insert into dossier.list_edition (id, list, condition, made_by, valid, known_from)
select gen_random_uuid(), id, condition, owner, '(,)', (select max(number) from kernel.act)
from dossier.saved_list where condition is not null;

alter table dossier.saved_list drop column condition;
