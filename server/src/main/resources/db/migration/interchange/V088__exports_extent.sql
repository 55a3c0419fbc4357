-- How much of a package was asked for: an agreed export comes as it was asked for.
alter table interchange.export add column extent text not null default 'WHOLE' check (extent in ('STANDARD', 'WHOLE'));
