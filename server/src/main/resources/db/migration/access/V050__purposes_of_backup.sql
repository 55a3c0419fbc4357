insert into access.purpose (code, use, name, english, position) values
  ('S50', 'HOUSE', '本机操作员备份', null, 1050),
  ('S51', 'HOUSE', '本机操作员由备份恢复，另起留痕', null, 1051);
