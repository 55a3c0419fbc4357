create extension if not exists btree_gist with schema public;

-- One line of the ledger of units, posts and teams. Bodies are kept as json, not jsonb: the text that was digested is the text that stays.
create table org.fact (
  id uuid primary key,
  subject uuid not null references kernel.subject (id),
  kind text not null,
  slot text not null default '',
  chapter text not null,
  body_version smallint not null,
  body json,
  valid daterange not null check (not isempty(valid)),
  start_precision char(1) not null check (start_precision in ('D', 'M', 'S', 'Y', 'U')),
  end_precision char(1) not null check (end_precision in ('D', 'M', 'S', 'Y', 'U', 'd', 'm', 'y')),
  basis text not null,
  exclusive boolean not null,
  known_from bigint not null references kernel.act (number),
  known_to bigint check (known_to > known_from),
  salt bytea,
  body_digest bytea not null,
  erased bigint references kernel.act (number),
  check ((erased is null) = (body is not null and salt is not null)),
  exclude using gist (subject with =, kind with =, slot with =, valid with &&) where (exclusive and known_to is null)
);

create index fact_subject on org.fact (subject);
create index fact_known_from on org.fact (known_from);
create index fact_known_to on org.fact (known_to) where known_to is not null;

-- A row changes once: known_to from null to a number. Erasure empties text, basis and salt, and nothing else.
create function org.only_supersede() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'facts are never deleted';
  end if;
  if (old.id, old.subject, old.kind, old.slot, old.chapter, old.body_version, old.valid, old.start_precision, old.end_precision,
      old.exclusive, old.known_from, old.body_digest)
     is distinct from
     (new.id, new.subject, new.kind, new.slot, new.chapter, new.body_version, new.valid, new.start_precision, new.end_precision,
      new.exclusive, new.known_from, new.body_digest) then
    raise exception 'facts are never edited';
  end if;
  if old.known_to is not null and old.known_to is distinct from new.known_to then
    raise exception 'a fact is superseded once';
  end if;
  if new.erased is not distinct from old.erased
     and (old.body::text, old.basis, old.salt) is distinct from (new.body::text, new.basis, new.salt) then
    raise exception 'facts are never edited';
  end if;
  return new;
end $$;

create trigger only_supersede before update or delete on org.fact
  for each row execute function org.only_supersede();
