-- 程序启用或提请条款: clauses taken from files when the house is opened, for a purpose of its own
insert into access.purpose (code, use, name, english, position) values ('S15', 'HOUSE', '程序由规则文件启用、提请条款', null, 975);
