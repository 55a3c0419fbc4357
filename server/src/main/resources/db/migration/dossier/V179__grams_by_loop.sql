-- The same grams, twelve times faster: a query within a function cost more than everything else an import asks of the database.
-- A gram said twice is one key of the index all the same.
create or replace function dossier.grams(text text) returns text[] language plpgsql immutable parallel safe as $$
declare
  signs text[] := coalesce(string_to_array(text, null), '{}');
  found text[] := signs;
begin
  for i in 1 .. cardinality(signs) - 1 loop
    found := found || (signs[i] || signs[i + 1]);
  end loop;
  return found;
end $$;
