-- The journal. No personal value is kept here: contents only as salted digests.
create table audit.entry (
  number bigint primary key,
  at timestamptz not null,
  actor uuid not null,
  purpose text,
  verb text not null,
  subject uuid,
  chapter text,
  act bigint,
  salt bytea not null,
  digest bytea not null,
  link bytea not null
);

create index entry_subject on audit.entry (subject, number) where subject is not null;
create index entry_actor on audit.entry (actor, number);
create index entry_act on audit.entry (act) where act is not null;

create function audit.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;

create trigger append_only before update or delete on audit.entry
  for each row execute function audit.append_only();
