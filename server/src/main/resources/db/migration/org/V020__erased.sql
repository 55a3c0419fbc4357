-- Whoever keeps the organization in memory asks which lines were emptied since it last looked.
create index fact_erased on org.fact (erased) where erased is not null;
