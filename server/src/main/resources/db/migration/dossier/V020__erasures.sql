-- Erasures that were asked for: which lines, on what legal ground. No word of what they said.
create table dossier.erasure (
  id uuid primary key,                        -- of the approval
  person uuid not null references kernel.subject (id),
  facts uuid[] not null check (cardinality(facts) > 0),
  ground text not null,
  asked_by uuid not null,
  asked timestamptz not null,
  done timestamptz
);
create index on dossier.erasure (person, asked);
