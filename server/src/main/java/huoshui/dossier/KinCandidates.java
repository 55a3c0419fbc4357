package huoshui.dossier;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.search.Verdict;
import huoshui.dossier.search.View;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Sex;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom in sight a row of somebody's family may mean, with what speaks for it and against it, side by side and never summed.
 * 亲属候选
 */
@Component
public class KinCandidates {

    private static final int MOST = 8;
    private static final int GENERATION = 14;
    private static final Pattern ELDER = Pattern.compile("[继养岳]?[父母]亲?|公公|婆婆");
    private static final Pattern YOUNGER = Pattern.compile("[长次大小二三四五继养独儿]*[子女]儿?|儿媳妇?|女婿");
    private static final Pattern FEMALE = Pattern.compile("妻子?|.*母亲?|婆婆|.*[姐妹]|.*媳妇?|[长次大小二三四五继养独]*女儿?");
    private static final Pattern MALE = Pattern.compile("丈夫|.*父亲?|公公|.*[兄哥弟]|女婿|[长次大小二三四五继养独儿]*子");

    private final Dossiers dossiers;

    KinCandidates(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * One thing held against the other. 佐证
     *
     * @param what {@code birth}, {@code post}, {@code sex}, {@code age}, {@code mutual}
     * @param row what the row of the family says; null where it is silent
     * @param card what the candidate's dossier says; null where it is silent
     */
    public record Evidence(
            String what,
            Verdict verdict,
            @Nullable String row,
            @Nullable String card) {}

    /** Somebody of the row's name. 候选人 */
    public record Candidate(Card card, List<Evidence> evidence) {

        boolean contradicted() {
            return evidence.stream().anyMatch(each -> each.verdict() == Verdict.NOT_MET);
        }
    }

    /** Whose name is held against this row at all: people in sight, whose own family rows are then read as well. */
    public List<Card> named(FamilyMember row, Card owner, City city, View view) {
        var name = plain(row.name());
        if (name.isEmpty()) return List.of();
        return city.cards().stream()
                .filter(each ->
                        plain(each.who().name()).equals(name) && !each.id().equals(owner.id()))
                .filter(view::sees)
                .limit(MOST)
                .toList();
    }

    /** The candidates with their evidence: those whom nothing contradicts first. */
    public List<Candidate> of(FamilyMember row, Card owner, List<Card> named, AsOf at) {
        return named.stream()
                .map(each -> new Candidate(each, evidence(row, owner, each, at)))
                .sorted(Comparator.comparing(Candidate::contradicted))
                .toList();
    }

    private List<Evidence> evidence(FamilyMember row, Card owner, Card card, AsOf at) {
        var all = new ArrayList<Evidence>();
        all.add(birth(row.birth(), card.who().birth()));
        all.add(post(row.post(), card));
        sex(row.relation(), card).ifPresent(all::add);
        age(row.relation(), owner, card).ifPresent(all::add);
        all.add(mutual(owner, card, at));
        return all;
    }

    private static Evidence birth(@Nullable PartialDate row, @Nullable PartialDate card) {
        return new Evidence("birth", compare(row, card), printed(row), printed(card));
    }

    /** As far as both are known: a year against a month tells the year only. */
    private static Verdict compare(@Nullable PartialDate one, @Nullable PartialDate other) {
        if (one == null || other == null) return Verdict.UNKNOWN;
        if (one.firstDay().getYear() != other.firstDay().getYear()) return Verdict.NOT_MET;
        boolean months = one.precision() != Precision.YEAR && other.precision() != Precision.YEAR;
        if (!months) return Verdict.UNKNOWN;
        return one.toMonth().equals(other.toMonth()) ? Verdict.MET : Verdict.NOT_MET;
    }

    /** Posts change and are printed in many ways: that they differ proves nothing. */
    private static Evidence post(@Nullable String row, Card card) {
        var said = plain(row);
        boolean same = !said.isEmpty()
                && card.posts().ever().stream()
                        .map(each -> plain(each.post().text()))
                        .anyMatch(text -> text.length() > 3 && (text.contains(said) || said.contains(text)));
        return new Evidence(
                "post", same ? Verdict.MET : Verdict.UNKNOWN, row, card.posts().text());
    }

    private static Optional<Evidence> sex(String relation, Card card) {
        var asked = FEMALE.matcher(relation).matches()
                ? Sex.FEMALE
                : MALE.matcher(relation).matches() ? Sex.MALE : null;
        if (asked == null) return Optional.empty();
        var is = card.who().sex();
        var verdict = is == null ? Verdict.UNKNOWN : is == asked ? Verdict.MET : Verdict.NOT_MET;
        return Optional.of(new Evidence("sex", verdict, relation, is == null ? null : is.title()));
    }

    private static Optional<Evidence> age(String relation, Card owner, Card card) {
        int sign = ELDER.matcher(relation).matches()
                ? 1
                : YOUNGER.matcher(relation).matches() ? -1 : 0;
        if (sign == 0) return Optional.empty();
        var own = owner.who().birth();
        var other = card.who().birth();
        if (own == null || other == null)
            return Optional.of(new Evidence("age", Verdict.UNKNOWN, printed(own), printed(other)));
        int years = own.firstDay().getYear() - other.firstDay().getYear();
        var verdict = years * sign >= GENERATION ? Verdict.MET : Verdict.NOT_MET;
        return Optional.of(new Evidence("age", verdict, printed(own), printed(other)));
    }

    /** Whether the candidate's own form names this person among the family. */
    private Evidence mutual(Card owner, Card card, AsOf at) {
        var rows = dossiers.of(new Subject.Person(card.id()), at).stream()
                .map(Fact::body)
                .filter(FamilyMember.class::isInstance)
                .map(FamilyMember.class::cast)
                .toList();
        var name = plain(owner.who().name());
        var named =
                rows.stream().filter(each -> plain(each.name()).equals(name)).findFirst();
        return new Evidence(
                "mutual",
                named.isPresent() ? Verdict.MET : Verdict.UNKNOWN,
                null,
                named.map(each -> each.relation() + "　" + Objects.requireNonNullElse(each.name(), ""))
                        .orElse(null));
    }

    private static @Nullable String printed(@Nullable PartialDate date) {
        return date == null ? null : date.printed();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Z}]+", "");
    }

    /** Rows of a family as known at both clocks. */
    public List<Fact<FactBody>> rows(Subject.Person person, AsOf at) {
        return dossiers.known(person, at.known()).stream()
                .filter(each -> each.body() instanceof FamilyMember)
                .filter(each -> each.valid().covers(at.valid()))
                .sorted(Comparator.comparingInt(each -> ((FamilyMember) each.content()).order()))
                .toList();
    }
}
