-- The city in memory learns of erasures as it learns of everything else: by act.
create index fact_erased on dossier.fact (erased) where erased is not null;

-- Mergers, for any act.
create index fact_merged on dossier.fact ((body ->> 'person')) where kind = 'merged-into';

-- Confirmed kin, in either direction, and the last act that could have changed anybody's.
create index fact_kin on dossier.fact ((body ->> 'person')) where kind = 'family' and known_to is null;
create index fact_kin_version on dossier.fact ((greatest(known_from, coalesce(known_to, 0))))
  where (kind = 'family' or kind = 'merged-into') and body ->> 'person' is not null;

-- What a résumé says, cut into single characters and pairs, so that an infix of any length is found by index.
create function dossier.grams(text text) returns text[] language sql immutable parallel safe
return array(
  select distinct gram
  from generate_series(1, coalesce(length(text), 0)) as at,
    lateral (values (substr(text, at, 1)), (substr(text, at, 2))) as cut (gram));

create index fact_resume on dossier.fact using gin (dossier.grams(body ->> 'text'))
  where kind in ('career-line', 'career-note', 'unread-line', 'post');
