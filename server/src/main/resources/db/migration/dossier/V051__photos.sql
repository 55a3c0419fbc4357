-- Which photos are named by a fact, so that the others can be swept.
create index fact_photo on dossier.fact ((body ->> 'digest')) where kind = 'photo';
