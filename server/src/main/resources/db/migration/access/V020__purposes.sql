-- Why sealed chapters are read, people exported, facts erased: codes, so that no words stand in the journal. A city adds its own.
create table access.purpose (
  code text primary key check (code ~ '^[A-Z][0-9]{2,3}$'),
  use text not null check (use in ('READ', 'ERASE', 'HOUSE')),
  name text not null,
  english text,
  position int not null,
  added_by uuid references access.account (id),   -- null: shipped
  added_act bigint,
  retired_by uuid references access.account (id),
  retired_act bigint
);
create unique index on access.purpose (name) where retired_act is null;

insert into access.purpose (code, use, name, english, position) values
  ('P01', 'READ', '动议与人选酝酿', 'Motions and candidates', 10),
  ('P02', 'READ', '考察与讨论决定', 'Inspection and collective decision', 20),
  ('P03', 'READ', '任免审批表编制与呈报', 'Preparing and submitting appointment forms', 30),
  ('P04', 'READ', '回避与亲属关系核查', 'Avoidance and kin check', 40),
  ('P05', 'READ', '档案审核与信息核对', 'Dossier review and checking of entries', 50),
  ('P06', 'READ', '年度考核与日常考核', 'Annual and regular assessment', 60),
  ('P07', 'READ', '监督检查与问题核实', 'Supervision and verification of issues', 70),
  ('P08', 'READ', '换届与班子研判', 'Change of term and review of teams', 80),
  ('P09', 'READ', '年轻干部培养与挂职选派', 'Young cadres and secondment', 90),
  ('P10', 'READ', '职级晋升与待遇核定', 'Rank promotion and entitlements', 100),
  ('P11', 'READ', '休假、体检与健康关怀', 'Leave, check-ups and health care', 110),
  ('P12', 'READ', '重大变故与困难帮扶', 'Help in hardship', 120),
  ('P13', 'READ', '统计与上报', 'Statistics and reporting', 130),
  ('P14', 'READ', '移交与系统间交换', 'Handing over and exchange between systems', 140),
  ('P15', 'READ', '受理本人查阅与更正申请', 'Requests of the person concerned', 150),
  ('E01', 'ERASE', '个人信息保护法第四十七条第一款第（一）项：处理目的已实现、无法实现或者不再必要', 'PIPL art. 47(1)(i): purpose achieved, unachievable or no longer necessary', 510),
  ('E02', 'ERASE', '个人信息保护法第四十七条第一款第（二）项：保存期限已届满', 'PIPL art. 47(1)(ii): term of storage expired', 520),
  ('E03', 'ERASE', '个人信息保护法第四十七条第一款第（三）项：个人撤回同意', 'PIPL art. 47(1)(iii): consent withdrawn', 530),
  ('E04', 'ERASE', '个人信息保护法第四十七条第一款第（四）项：违反规定或者约定处理', 'PIPL art. 47(1)(iv): processed against law or agreement', 540),
  ('E05', 'ERASE', '个人信息保护法第四十七条第一款第（五）项：法律、行政法规规定的其他情形', 'PIPL art. 47(1)(v): other cases laid down by law', 550),
  ('S01', 'HOUSE', '核对导入批次', null, 910),
  ('S02', 'HOUSE', '写入导入批次', null, 920),
  ('S03', 'HOUSE', '撤销导入批次', null, 930),
  ('S04', 'HOUSE', '命令行导出', null, 940),
  ('S05', 'HOUSE', '设事由表之前所填的事由', null, 950),
  ('S06', 'HOUSE', '本机操作员更换密钥', null, 960);
