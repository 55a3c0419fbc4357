-- 关口 are texts of the book like the others.
alter table rule.edition drop constraint edition_kind_check;
alter table rule.edition add constraint edition_kind_check
  check (kind in ('REGULATION', 'CONCLUSION', 'NOT_CARRIED', 'COHORT', 'PROVISION', 'GATE'));
