-- Sealed bodies are {"k", "n", "c"}; what they must be found by is a keyed digest beside them.
alter table dossier.fact add column blind bytea;
alter table dossier.fact add check (erased is null or blind is null);

drop index dossier.fact_id_number;
drop index dossier.fact_kin;
drop index dossier.fact_kin_version;
create index fact_blind on dossier.fact (blind) where blind is not null and known_to is null;
create index fact_kin_version on dossier.fact ((greatest(known_from, coalesce(known_to, 0))))
  where kind = 'merged-into' or kind = 'family' and blind is not null;

create or replace function dossier.only_supersede() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'facts are never deleted';
  end if;
  if (old.id, old.subject, old.kind, old.slot, old.chapter, old.body_version, old.valid, old.start_precision, old.end_precision,
      old.exclusive, old.known_from, old.body_digest)
     is distinct from
     (new.id, new.subject, new.kind, new.slot, new.chapter, new.body_version, new.valid, new.start_precision, new.end_precision,
      new.exclusive, new.known_from, new.body_digest) then
    raise exception 'facts are never edited';
  end if;
  if old.known_to is not null and old.known_to is distinct from new.known_to then
    raise exception 'a fact is superseded once';
  end if;
  if new.erased is not distinct from old.erased
     and (old.body::text, old.basis, old.salt, old.blind) is distinct from (new.body::text, new.basis, new.salt, new.blind) then
    raise exception 'facts are never edited';
  end if;
  return new;
end $$;
