/**
 * Facts about a person 人员事实: every kind of fact a dossier holds, one record each, in files by family.
 *
 * <p>Words: 见 docs/GLOSSARY.md. Column names in Javadoc (A0101 …) are those of the national information sets.
 * <p>Starts at {@link huoshui.dossier.fact.FactKinds}.
 * <p>Not here: what follows from facts (measures, findings), how they are read from forms (interchange).
 */
@NamedInterface("fact")
@NullMarked
package huoshui.dossier.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
