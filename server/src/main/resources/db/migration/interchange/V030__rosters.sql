-- How rosters are laid out, kept by their makers, some for a whole unit.
create table interchange.layout (
  id uuid primary key,
  account uuid not null,
  unit uuid,                                  -- whose members may use it too; null for oneself
  name text not null,
  body text not null,                         -- JSON: heading, columns, order, grouping, style
  changed timestamptz not null default now(),
  unique (account, name)
);
create index on interchange.layout (unit) where unit is not null;

-- What an export that waits for a second person is laid out like; null for formats that have no layout.
alter table interchange.export add column layout text;

-- What the columns of one source mean, so that its next file need not be asked about again.
create table interchange.mapping (
  id uuid primary key,
  account uuid not null,
  unit uuid,                                  -- colleagues' files are mostly of the same source
  name text,                                  -- as --mapping names it; null while nobody named it
  signature text not null,                    -- digest of the headings
  body text not null,                         -- JSON: heading -> column, habits of dates, hidden rows
  used timestamptz not null default now()
);
create unique index on interchange.mapping (account, name) where name is not null;
create index on interchange.mapping (account, signature);
create index on interchange.mapping (unit, signature) where unit is not null;

-- The sheets of a batch, and what a person said of each.
create table interchange.sheet (
  batch uuid not null references interchange.batch (id) on delete cascade,
  file text not null,
  number int not null,                        -- of the sheet in its file, from 0
  name text not null,
  hidden boolean not null,
  survey text not null,                       -- JSON: where the heading is, what stands in each column
  chosen boolean not null,
  mapping text not null,                      -- JSON: column -> meaning
  primary key (batch, file, number)
);
alter table interchange.batch drop constraint batch_state_check;
alter table interchange.batch add constraint batch_state_check check (state in
  ('receiving', 'mapping', 'examining', 'ready', 'writing', 'taking-back', 'cancelled', 'interrupted', 'broken'));
