-- Who held a post, and who serves in a unit: asked of every team and unit page.
create index fact_post on dossier.fact ((body ->> 'post')) where kind = 'post';
create index fact_post_unit on dossier.fact ((body ->> 'unit')) where kind = 'post';
