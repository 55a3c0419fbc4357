-- 集体结论: what a named meeting concluded of somebody or a team, on what it saw. Nothing here is ever changed or deleted.
create table assessment.conclusion (
  id uuid primary key,
  subject uuid not null,
  kind text not null check (kind in ('PERSON', 'TEAM')),
  code text not null,                         -- of the list of conclusions
  fact uuid,                                  -- the line of the dossier; null of a team
  day date not null,
  recorded_by uuid not null,
  act bigint not null references kernel.act (number),
  said text not null,                         -- sealed: value, meeting, who was there, why, on what paper
  check ((fact is null) = (kind = 'TEAM'))
);
create index conclusion_subject on assessment.conclusion (subject);

create table assessment.conclusion_seen (     -- 会议看过的测评结果
  conclusion uuid not null references assessment.conclusion (id),
  round uuid not null references assessment.round (id),
  primary key (conclusion, round)
);

create table assessment.serving (             -- 告知本人
  conclusion uuid primary key references assessment.conclusion (id),
  served_on date not null,
  served_by uuid not null,
  act bigint not null references kernel.act (number),
  told text not null                          -- sealed: what was told, and how
);

create table assessment.reply (               -- 本人意见、申诉
  id uuid primary key,
  conclusion uuid not null references assessment.serving (conclusion),
  sort text not null check (sort in ('ANSWER', 'APPEAL')),
  act bigint not null references kernel.act (number),
  words text not null                         -- sealed
);
create index reply_conclusion on assessment.reply (conclusion);
create trigger only_append before update or delete on assessment.conclusion for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.conclusion_seen for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.serving for each row execute function assessment.only_append();
create trigger only_append before update or delete on assessment.reply for each row execute function assessment.only_append();
