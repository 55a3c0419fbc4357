-- What was brought in together, examined, settled by a person, and written or not.
create table interchange.batch (
  id uuid primary key,
  year int not null,
  number int not null,
  account uuid not null,
  home uuid,                                  -- the unit whose colleagues may go on with it
  title text not null,
  files int not null,
  bytes bigint not null,
  received timestamptz not null,
  state text not null check (state in
    ('receiving', 'examining', 'ready', 'writing', 'taking-back', 'cancelled', 'interrupted', 'broken')),
  done int not null default 0,
  total int,                                  -- null while nobody knows
  seconds double precision not null default 0,
  note text,
  unique (year, number)
);
create index on interchange.batch (account, received);
create index on interchange.batch (home, received) where home is not null;

create table interchange.item (
  batch uuid not null references interchange.batch (id) on delete cascade,
  number int not null,
  file text not null,
  entry text,
  line int,
  status text not null check (status in ('new', 'changed', 'same', 'doubtful', 'refused')),
  person uuid,
  name text,
  place text,
  said text,                                  -- JSON: what the file says
  changes text not null,                      -- JSON: field by field
  problems text not null,                     -- JSON
  candidates uuid[] not null,
  undecided text[] not null,                  -- fields that somebody must decide on before this person is written
  held text[] not null,                       -- fields that whoever examined it may not write
  resume_was text,
  resume_now text,
  skip boolean not null default false,
  decided boolean not null default false,     -- a human said who this is
  chosen uuid,                                -- whom; null with decided: somebody new
  kept text[] not null default '{}',
  adopted text[] not null default '{}',
  outcome text check (outcome in ('written', 'conflict', 'failed', 'taken-back')),
  act bigint,
  recorded uuid[] not null default '{}',
  superseded uuid[] not null default '{}',
  primary key (batch, number)
);
create index on interchange.item (batch, status, number);

-- An export that waits for a second person.
create table interchange.export (
  id uuid primary key,                        -- of the approval
  account uuid not null,
  format text not null,
  people uuid[] not null,
  valid date not null,
  known bigint not null,
  purpose text not null,
  asked timestamptz not null,
  taken timestamptz
);
create index on interchange.export (account, asked);
