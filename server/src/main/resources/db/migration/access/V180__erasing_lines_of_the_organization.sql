-- Lines about units, posts and teams are emptied by two people as well.
alter table access.approval drop constraint approval_kind_check;
alter table access.approval add check (kind in ('EXPORT', 'ERASURE', 'ORGANIZATION_ERASURE'));
