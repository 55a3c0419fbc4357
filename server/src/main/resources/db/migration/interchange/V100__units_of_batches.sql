-- Units that a package of a batch has otherwise than we do: to be founded, founded, differing, left; told before anything is written.
create table interchange.unit (
  batch uuid not null references interchange.batch (id) on delete cascade,
  file text not null,
  number int not null,                        -- in the order of the package
  key text not null,                          -- B0111
  name text not null,
  status text not null check (status in ('new', 'differs', 'left', 'taken-back')),
  under text,                                 -- name of the unit above it
  figures text not null,                      -- JSON
  problems text not null,                     -- JSON
  unit uuid,                                  -- of ours; of a new one once it is founded
  primary key (batch, file, number)
);
