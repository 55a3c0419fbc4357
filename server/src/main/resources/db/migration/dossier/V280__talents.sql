-- Whose dossier has ever had a talent's ground: asked of everybody who is written about.
create index fact_talent on dossier.fact (subject) where kind = 'talent';
