-- Data keys, wrapped by the master key, which lies outside both database and data folder.
create table kernel.data_key (
  number int primary key,
  use text not null check (use in ('seal', 'blind')),
  suite text not null,
  master text not null,                       -- fingerprint of the master key that wraps it
  wrapped bytea not null,
  made timestamptz not null
);
