create table access.account (
  id uuid primary key,
  name text not null unique check (name = lower(name) and name <> ''),
  display_name text not null,
  unit uuid,
  person uuid,
  password text not null,
  must_change boolean not null,
  disabled boolean not null default false,
  opened_act bigint not null
);
create index on access.account (person) where person is not null;

create table access.role_grant (
  id uuid primary key,
  account uuid not null references access.account (id),
  role text not null,
  unit uuid,                                  -- null: the account's own unit
  from_day date not null,
  until_day date check (until_day > from_day),
  granted_by uuid not null,
  granted_act bigint not null,
  ended_by uuid,
  ended_act bigint check (ended_act >= granted_act)
);
create index on access.role_grant (account);

create table access.second_factor (
  account uuid primary key references access.account (id),
  secret bytea not null,
  confirmed boolean not null default false,
  last_step bigint not null default 0         -- a code of this step or an earlier one is not taken again
);

create table access.recovery_code (
  account uuid not null references access.second_factor (account) on delete cascade,
  digest bytea not null,
  primary key (account, digest)
);

create table access.session (
  id uuid primary key,
  token bytea not null unique,                -- SHA-256 of what the browser holds
  account uuid not null references access.account (id),
  begun timestamptz not null,
  seen timestamptz not null,
  ended timestamptz,
  address text not null,
  agent text not null
);
create index on access.session (account) where ended is null;

create table access.attempt (
  id bigint generated always as identity primary key,
  key bytea not null,                         -- SHA-256 of the account name or the address as given
  at timestamptz not null
);
create index on access.attempt (key, at);

create table access.approval (
  id uuid primary key,
  kind text not null check (kind in ('EXPORT', 'ERASURE')),
  digest text not null,
  summary text not null,
  people int not null,
  asked_by uuid not null references access.account (id),
  asked_at timestamptz not null,
  expires timestamptz not null,
  decided_by uuid references access.account (id) check (decided_by <> asked_by),
  decided_at timestamptz,
  agreed boolean,
  used_at timestamptz
);
create index on access.approval (asked_by, digest);

create table access.version (number bigint not null);
insert into access.version values (0);
