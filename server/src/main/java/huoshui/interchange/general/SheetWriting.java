package huoshui.interchange.general;

import huoshui.dossier.fact.FactBody;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of one person that are being written, by kind. 正在写出的一人 */
record SheetWriting(String a0000, List<SheetFact> facts, LocalDate asof, UnitKeys units) {

    /** Facts of this kind, as they shall stand. */
    <B extends FactBody> Stream<Typed<B>> of(Class<B> type) {
        return facts.stream()
                .filter(each -> type.isInstance(each.body()))
                .sorted(SheetFact.AS_WRITTEN)
                .map(each -> new Typed<>(type.cast(each.body()), each));
    }

    /** What holds on the day of the package; of several, the last begun. */
    <B extends FactBody> Optional<Typed<B>> now(Class<B> type) {
        return of(type).filter(each -> each.fact().valid().covers(asof))
                .reduce((one, other) ->
                        other.fact().valid().from().isBefore(one.fact().valid().from()) ? one : other);
    }

    RowMaking row() {
        return new RowMaking(a0000);
    }

    /** A fact with its body by its own type. */
    record Typed<B extends FactBody>(B body, SheetFact fact) {}
}
