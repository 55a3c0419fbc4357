-- 命令行核查：the examine command reads sealed chapters for a purpose of its own
insert into access.purpose (code, use, name, english, position) values ('S07', 'HOUSE', '命令行核查', null, 970);
