-- 测评表的版本: what was proposed, and what became of it. Nothing here is ever changed or deleted.
create table assessment.edition (
  id uuid primary key,
  code text not null check (code <> ''),
  text text not null,
  digest text not null,                       -- SM3 of the text
  file text not null,
  source text not null check (source = 'SHIPPED'),
  proposed_by uuid,                           -- null: the program, from a file
  proposed_act bigint not null references kernel.act (number),
  reason text not null
);
create index edition_code on assessment.edition (code);

create table assessment.decision (
  edition uuid primary key references assessment.edition (id),
  outcome text not null check (outcome in ('PUBLISHED', 'REFUSED')),
  version int check (version > 0),            -- of its instrument, counted from 1
  decided_by uuid,                            -- null: the program, for the first edition of an instrument
  act bigint not null references kernel.act (number),
  reason text not null,
  check ((outcome = 'PUBLISHED') = (version is not null))
);

create function assessment.only_append() returns trigger language plpgsql as $$
begin
  raise exception 'editions, rounds and tallies are never edited or deleted';
end $$;

create trigger only_append before update or delete on assessment.edition for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.decision for each row execute function assessment.only_append();

-- 考察轮次: who is asked about whom, by which edition, when and in what confidence. Stated beforehand, never changed.
create table assessment.round (
  id uuid primary key,
  edition uuid not null references assessment.edition (id),
  title text not null,
  occasion text not null check (occasion in ('ROUTINE', 'SPECIAL', 'ANNUAL', 'PRE_APPOINTMENT', 'TERM_CHANGE')),
  confidentiality text not null check (confidentiality in ('NAMED', 'CONFIDENTIAL', 'SECRET')),
  home uuid,                                  -- the unit that runs it; null: of an account of no unit
  opens timestamptz not null,
  closes timestamptz not null check (closes > opens),
  basis text not null,
  opened_by uuid not null,
  act bigint not null references kernel.act (number)
);
create trigger only_append before update or delete on assessment.round for each row execute function assessment.only_append();

create table assessment.about (
  round uuid not null references assessment.round (id),
  subject uuid not null,
  kind text not null check (kind in ('PERSON', 'TEAM')),
  place int not null,
  primary key (round, subject)
);

create table assessment.withdrawal (         -- 对象中途撤出
  round uuid not null,
  subject uuid not null,
  withdrawn_by uuid not null,
  act bigint not null references kernel.act (number),
  reason text not null,
  primary key (round, subject),
  foreign key (round, subject) references assessment.about (round, subject)
);

create table assessment.invited (
  round uuid not null references assessment.round (id),
  voice text not null,
  heads int not null check (heads > 0),
  people uuid[] not null default '{}',        -- in order of id; empty where only heads are known
  primary key (round, voice)
);

create table assessment.ending (             -- 截止或作废
  round uuid primary key references assessment.round (id),
  outcome text not null check (outcome in ('CLOSED', 'ANNULLED')),
  ended_by uuid not null,
  act bigint not null references kernel.act (number),
  reason text not null
);
create trigger only_append before update or delete on assessment.about for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.withdrawal for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.invited for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.ending for each row execute function assessment.only_append();

-- While a round is open: codes as keyed digests, answers encrypted, under a key outside database and data folder that is
-- destroyed at the close. No times anywhere. Emptied and rewritten at the close.
create table assessment.slip (
  round uuid not null references assessment.round (id),
  code bytea not null,                        -- keyed digest of the code
  voice text not null,
  person uuid,                                -- never in a secret round
  primary key (round, code)
);
create index slip_voice on assessment.slip (round, voice);

create table assessment.ballot (
  round uuid not null,
  code bytea not null,
  version int not null,                       -- how often it was handed in
  sealed bytea not null,
  primary key (round, code)
);

-- After the close: sheets with new random ids, written in random order by one act.
create table assessment.sheet (
  id uuid primary key,
  round uuid not null references assessment.round (id),
  subject uuid not null,
  voices text not null,                       -- the groups totalled together, joined by +
  person uuid,                                -- of a named round only
  marks text not null                         -- sealed
);
create index sheet_subject on assessment.sheet (round, subject);

create table assessment.count (               -- 发出、收回、有效
  round uuid not null references assessment.round (id),
  subject uuid not null,
  voices text not null,
  issued int not null,
  returned int not null,
  valid int not null check (valid <= returned and returned <= issued),
  primary key (round, subject, voices)
);

create table assessment.instance (            -- 事例与简述, apart from the marks
  id uuid primary key,
  round uuid not null references assessment.round (id),
  subject uuid not null,
  item text not null,
  words text,                                 -- sealed; null once paraphrased
  paraphrase text,                            -- sealed
  edited_by uuid,
  check ((paraphrase is null) = (edited_by is null))
);
create index instance_subject on assessment.instance (round, subject);
create trigger only_append before update or delete on assessment.sheet for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.count for each row execute function assessment.only_append();
