-- Whether forms on paper were asked for as one document: an agreed export comes as it was asked for.
alter table interchange.export add column bound boolean not null default false;
