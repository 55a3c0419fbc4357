package huoshui.interchange;

import static java.util.stream.Collectors.groupingBy;

import huoshui.dossier.Lookup;
import huoshui.dossier.Lookup.Known;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.CitizenNumber;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose dossier a file is about: by id number, else never without a human. 认人
 *
 * <p>Same name and birth month without an id number on either side is only a candidate.
 */
final class Recognition {

    /** What was recognised. 认人结果 */
    sealed interface Result {
        /** This very person. */
        record Is(UUID person) implements Result {}

        /** Nobody we have. */
        record Nobody() implements Result {}

        /** One of these, or nobody: a human decides. */
        record Perhaps(List<UUID> candidates, Problem why) implements Result {}
    }

    private final Map<String, List<Known>> byNumber = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<UUID, List<Fact<FactBody>>> foreseen = new HashMap<>();
    private final Map<Claim, UUID> repeating = new IdentityHashMap<>();

    Recognition(Lookup lookup, Collection<PersonSheet> sheets) {
        var numbers = sheets.stream()
                .map(Recognition::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        byNumber.putAll(lookup.byIdNumber(numbers).stream()
                .filter(each -> each.idNumber() != null)
                .collect(groupingBy(each -> Objects.requireNonNull(each.idNumber()))));
        var names = sheets.stream()
                .filter(each -> !byNumber.containsKey(Objects.requireNonNullElse(number(each), "")))
                .map(PersonSheet::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        byName.putAll(lookup.byName(names).stream().collect(groupingBy(Known::name)));
    }

    /** By old numbers, and by such as are none, nobody is recognised. */
    private static @Nullable String number(PersonSheet sheet) {
        return CitizenNumber.valid(sheet.idNumber()) ? sheet.idNumber() : null;
    }

    /** What counts as true of those recognised, read at once; only where nothing is written meanwhile. */
    void foresee(Map<UUID, List<Fact<FactBody>>> facts) {
        foreseen.putAll(facts);
    }

    /** Empty where it was not read beforehand. */
    Optional<List<Fact<FactBody>>> foreseen(UUID person) {
        return Optional.ofNullable(foreseen.get(person));
    }

    /** Notes claims that say nothing new of these people. */
    void repeating(Map<Claim, UUID> claims) {
        repeating.putAll(claims);
    }

    /** Whether it was seen beforehand that the claim says nothing new of this person. */
    boolean repeats(Claim claim, UUID person) {
        return person.equals(repeating.get(claim));
    }

    /** Whoever these sheets are about, without any doubt or as the only candidate. */
    Set<UUID> recognised(Collection<PersonSheet> sheets) {
        var people = new LinkedHashSet<UUID>();
        for (var sheet : sheets) {
            switch (of(sheet)) {
                case Result.Is(var person) -> people.add(person);
                case Result.Perhaps(var candidates, var why) -> {
                    if (candidates.size() == 1) people.addAll(candidates);
                }
                case Result.Nobody() -> {}
            }
        }
        return people;
    }

    /** Everybody it could come to. */
    Set<UUID> people() {
        var people = new LinkedHashSet<UUID>();
        byNumber.values().forEach(each -> people.addAll(persons(each)));
        byName.values().forEach(each -> people.addAll(persons(each)));
        return people;
    }

    /** Whether this is about somebody the house does not know. */
    boolean nobody(Arrival arrival) {
        var claim = arrival.claim();
        return claim != null && of(claim.sheet()) instanceof Result.Nobody;
    }

    /** By which name whoever has this number goes. */
    Optional<String> named(PersonSheet sheet, UUID person) {
        return byNumber.getOrDefault(Objects.requireNonNullElse(number(sheet), ""), List.of()).stream()
                .filter(each -> each.person().equals(person))
                .map(Known::name)
                .findFirst();
    }

    Result of(PersonSheet sheet) {
        var number = number(sheet);
        if (number != null) {
            var holders = byNumber.getOrDefault(number, List.of());
            var same = persons(holders);
            if (same.size() == 1) return sameButForName(sheet, holders, same.getFirst());
            if (same.size() > 1)
                return perhaps(same, "identity.same-number", "库中有 " + same.size() + " 份档案用此身份证号；请先核对并档，再逐人认定。");
        }
        var named = persons(byName.getOrDefault(Objects.requireNonNullElse(sheet.name(), ""), List.of()).stream()
                .filter(each -> number == null || !CitizenNumber.valid(each.idNumber()))
                .filter(each -> sameMonth(each.birth(), sheet.birth()))
                .toList());
        if (named.isEmpty()) return new Result.Nobody();
        var what = number == null ? "来文没有能用于比对的身份证号" : "库中同名者没有能用于比对的身份证号";
        return perhaps(named, "identity.same-name", what + "，库中有 " + named.size() + " 人姓名、出生年月相同；请认定是其中哪一位，或作为新增。");
    }

    /** One number with another name altogether is not taken for the same person without a human. */
    private static Result sameButForName(PersonSheet sheet, List<Known> holders, UUID person) {
        boolean sameName = holders.stream().anyMatch(each -> each.name().equals(sheet.name()));
        boolean sameBirth = holders.stream().anyMatch(each -> sameMonth(each.birth(), sheet.birth()));
        if (sameName || sameBirth) return new Result.Is(person);
        return perhaps(List.of(person), "identity.other-name", "身份证号与库中一人相同，但姓名、出生年月都不同；请核对号码后认定。");
    }

    private static Result.Perhaps perhaps(List<UUID> candidates, String code, String message) {
        return new Result.Perhaps(candidates, Problem.error("idNumber", code, "未认定是谁：" + message));
    }

    private static List<UUID> persons(List<Known> known) {
        var persons = new LinkedHashSet<UUID>();
        known.forEach(each -> persons.add(each.person()));
        return new ArrayList<>(persons);
    }

    /** An unknown birth month rules nobody out. */
    private static boolean sameMonth(@Nullable PartialDate a, @Nullable PartialDate b) {
        if (a == null || b == null) return true;
        if (a.month() == 0 || b.month() == 0) return a.year() == b.year();
        return a.toMonth().equals(b.toMonth());
    }
}
