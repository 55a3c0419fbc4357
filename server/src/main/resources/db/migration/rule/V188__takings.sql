-- 采纳: who took in what was read from a file. They are its drafter; somebody else publishes it.
create table rule.taking (
  edition uuid primary key references rule.edition (id),
  taken_by uuid not null,
  act bigint not null references kernel.act (number)
);

create trigger only_append before update or delete on rule.taking for each row execute function rule.only_append();
