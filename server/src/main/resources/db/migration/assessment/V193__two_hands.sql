-- 采纳: which named person stands behind a text that was read from a file; somebody else decides on it.
create table assessment.adoption (
  edition uuid primary key references assessment.edition (id),
  taken_by uuid not null,
  act bigint not null references kernel.act (number)
);
create trigger only_append before update or delete on assessment.adoption for each row execute function assessment.only_append();
