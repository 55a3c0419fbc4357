package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one file says about one person, whatever its format. 来文所称 */
interface Claim {

    /** The person in the shape of a form. */
    PersonSheet sheet();

    /** The number this person's dossier had where the file comes from; it is kept if nobody has it here. */
    default Optional<UUID> number() {
        return Optional.empty();
    }

    /** What was found odd while reading. */
    List<Problem> problems();

    /**
     * The changes that would make the dossier say what this file says; none when it already does.
     *
     * @param current what counts as true of the person now; empty for somebody new
     */
    List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today);
}
