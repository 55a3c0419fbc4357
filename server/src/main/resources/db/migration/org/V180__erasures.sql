-- Erasures of lines about units, posts and teams that were asked for, on what legal ground. No word of what they said.
create table org.erasure (
  id uuid primary key,                        -- of the approval
  fact uuid not null references org.fact (id),
  unit uuid not null references kernel.subject (id),  -- whose authority it falls under: an emptied line no longer says
  ground text not null,
  asked_by uuid not null,
  asked timestamptz not null,
  done timestamptz
);
create index on org.erasure (fact, asked);
