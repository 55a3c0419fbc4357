create table kernel.act (
  number bigint primary key,
  at timestamptz not null unique
);

create table kernel.subject (
  id uuid primary key,
  kind text not null check (kind in ('person', 'team', 'unit', 'post'))
);
