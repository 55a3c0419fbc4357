/**
 * Facts about the organization 机构事实: what units, posts, teams and management authority are, one record each.
 *
 * <p>Words: 见 docs/GLOSSARY.md. Column names in Javadoc (B0101 …) are those of the national information sets.
 * <p>Starts at {@link huoshui.org.fact.OrgKinds}.
 * <p>Not here: who holds a post (dossier), what follows from these facts (the org room itself).
 */
@NamedInterface("fact")
@NullMarked
package huoshui.org.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
