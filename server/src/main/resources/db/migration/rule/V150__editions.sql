-- 条款及所用词语的版本: what was proposed, and what became of it. Nothing here is ever changed or deleted.
create table rule.edition (
  id uuid primary key,
  kind text not null check (kind in ('REGULATION', 'CONCLUSION', 'NOT_CARRIED', 'COHORT', 'PROVISION')),
  code text not null check (code <> ''),
  first_day date,                             -- of a clause; with kind and code one place of the book
  text text not null,
  digest text not null,                       -- SM3 of the text
  file text not null,                         -- where it stands when the book is written out
  source text not null check (source in ('SHIPPED', 'CITY', 'PAGE')),
  proposed_by uuid,                           -- null: the program, from a file
  proposed_act bigint not null references kernel.act (number),
  reason text not null,
  check ((kind = 'PROVISION') = (first_day is not null)),
  check ((source = 'PAGE') = (proposed_by is not null))
);
create index edition_place on rule.edition (kind, code, first_day);

create table rule.decision (
  edition uuid primary key references rule.edition (id),
  outcome text not null check (outcome in ('PUBLISHED', 'REFUSED', 'WITHDRAWN')),
  version int check (version > 0),            -- of its place in the book, counted from 1
  decided_by uuid,                            -- null: the program, when the house was first opened
  act bigint not null references kernel.act (number),
  reason text not null,
  seen text not null,                         -- the difference the decider had looked at, in words and numbers
  check ((outcome = 'PUBLISHED') = (version is not null))
);
create index decision_act on rule.decision (act);

-- How a file stands around its items: comments, order. A later line takes the place of an earlier one.
create table rule.layout (
  file text not null,
  act bigint not null references kernel.act (number),
  source text not null check (source in ('SHIPPED', 'CITY')),
  text text not null,
  digest text not null,
  primary key (file, act)
);

create function rule.only_append() returns trigger language plpgsql as $$
begin
  raise exception 'editions are never edited or deleted';
end $$;

create trigger only_append before update or delete on rule.edition for each row execute function rule.only_append();
create trigger only_append before update or delete on rule.decision for each row execute function rule.only_append();
create trigger only_append before update or delete on rule.layout for each row execute function rule.only_append();
