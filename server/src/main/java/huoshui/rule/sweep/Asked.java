package huoshui.rule.sweep;

import huoshui.access.Signed;
import huoshui.kernel.AsOf;
import huoshui.rule.Provision;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, for which purpose, at which clocks, by which clauses and about what: the same question gets the same answer. 所问
 *
 * @param of whatever else tells one question from another; nothing said is a part of it
 */
record Asked(
        UUID account, @Nullable String purpose, AsOf at, List<String> clauses, List<? extends @Nullable Object> of) {

    static Asked by(Signed who, AsOf at, List<Provision> clauses, @Nullable Object... of) {
        return new Asked(
                who.account(),
                who.purpose() == null ? null : who.purpose().code(),
                at,
                clauses.stream().map(Provision::editionAndVersion).toList(),
                Arrays.asList(of));
    }
}
