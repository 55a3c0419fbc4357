-- Where the journal goes on from a backup: what was restored, by whom. The entry of that number digests this row.
create table audit.epoch (
  entry bigint primary key,                    -- verification finds one without its entry
  begun timestamptz not null,
  operator text not null,
  backup text not null,
  backup_made timestamptz not null,
  backup_operator text not null,
  head bigint not null,                       -- last entry in the backup
  link text not null
);

create trigger append_only before update or delete on audit.epoch
  for each row execute function audit.append_only();
