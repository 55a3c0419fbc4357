package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one file says about one person, whatever its format. 来文所称 */
interface Claim {

    /** The person in the shape of a form. */
    PersonSheet sheet();

    /** Everything it says, for telling whether another says the same. */
    default Object said() {
        return sheet();
    }

    /** What it says that no box of a form shows, by how it is called. */
    default Map<String, String> beyond() {
        return Map.of();
    }

    /** What it says beyond its sheet, by the names of {@link PersonKeys}. */
    default Map<String, Object> more() {
        return Map.of();
    }

    /** Whether it says more than could be read, so that even no change is not the same. */
    default boolean unsettled() {
        return false;
    }

    /** Whether nothing of it may be taken, for what stands in its problems. */
    default boolean refused() {
        return false;
    }

    /** Whether an id number that one dossier has is enough to say whom it is about, without a name. */
    default boolean byNumberAlone() {
        return false;
    }

    /** The number this person's dossier had where the file comes from; it is kept if nobody has it here. */
    default Optional<UUID> number() {
        return Optional.empty();
    }

    /**
     * Kinds of facts that tell, beside the city in memory, whether it says anything new; empty where only the whole dossier
     * does.
     */
    default Optional<Set<String>> telling() {
        return Optional.empty();
    }

    /**
     * Whether the dossier surely says all of it already, so that it need not be read.
     *
     * @param known what counts as true of the person now, of the {@linkplain #telling telling} kinds
     */
    default boolean repeats(UUID person, List<Fact<FactBody>> known, LocalDate today) {
        return false;
    }

    /** Units that came into being with the file it stands in, so that nobody's sight knows them yet. */
    default Set<UUID> founded() {
        return Set.of();
    }

    /** What was found odd while reading. */
    List<Problem> problems();

    /** The same, with something taken that it only offers; {@code offers} as the codes of {@link #remaining} have them. */
    default Claim taking(Set<String> offers) {
        return this;
    }

    /** What it says that its changes leave open, and why. */
    default List<Problem> remaining(UUID person, List<Fact<FactBody>> current, LocalDate today) {
        return List.of();
    }

    /** What is to be said of it beside the changes, and keeps nothing from being written. */
    default List<Problem> notes(List<Fact<FactBody>> current, LocalDate today) {
        return List.of();
    }

    /**
     * The changes that would make the dossier say what this file says; none when it already does.
     *
     * @param current what counts as true of the person now; empty for somebody new
     */
    List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today);
}
