package huoshui.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every edition of every clause, and the words they use. Never changes. 条款全本
 *
 * @param regulations editions of regulations, by key and edition
 * @param conclusions what collectives can conclude, by code
 */
public final class Book {

    private static final Comparator<Provision> ORDER =
            Comparator.comparing(Provision::code).thenComparing(Provision::from);

    private final List<Regulation> regulations;
    private final Map<String, ConclusionKind> conclusions;
    private final List<NotCarried> notCarried;
    private final List<Provision> provisions;
    private final Map<String, List<Provision>> byCode;
    private final Map<String, Criterion> cohorts;
    private final List<Gate> gates;
    private final List<Provision> openings;
    private final List<LocalDate> turns;
    private final Map<Integer, List<Provision>> byTurn = new ConcurrentHashMap<>();

    /** One without gates. */
    Book(
            List<Regulation> regulations,
            Collection<ConclusionKind> conclusions,
            List<NotCarried> notCarried,
            List<Provision> provisions,
            Map<String, Criterion> cohorts) {
        this(regulations, conclusions, notCarried, provisions, cohorts, List.of());
    }

    Book(
            List<Regulation> regulations,
            Collection<ConclusionKind> conclusions,
            List<NotCarried> notCarried,
            List<Provision> provisions,
            Map<String, Criterion> cohorts,
            List<Gate> gates) {
        this.gates = List.copyOf(gates);
        this.cohorts = Collections.unmodifiableMap(new LinkedHashMap<>(cohorts));
        this.regulations = List.copyOf(regulations);
        var kinds = new LinkedHashMap<String, ConclusionKind>();
        conclusions.forEach(each -> kinds.put(each.code(), each));
        this.conclusions = Map.copyOf(kinds);
        this.notCarried = List.copyOf(notCarried);
        this.provisions = provisions.stream().sorted(ORDER).toList();
        this.byCode = this.provisions.stream().collect(Collectors.groupingBy(Provision::code));
        this.openings = this.provisions.stream()
                .filter(each -> each.opens() != null && each.status().enabled())
                .toList();
        this.turns = this.provisions.stream()
                .filter(each -> each.status().enabled())
                .flatMap(Book::turns)
                .distinct()
                .sorted()
                .toList();
    }

    public List<Regulation> regulations() {
        return regulations;
    }

    public Collection<ConclusionKind> conclusions() {
        return conclusions.values();
    }

    public Optional<ConclusionKind> conclusion(String code) {
        return Optional.ofNullable(conclusions.get(code));
    }

    public List<NotCarried> notCarried() {
        return notCarried;
    }

    /** The cohorts that the files name, for clauses and for everybody. 人群 */
    public Map<String, Criterion> cohorts() {
        return cohorts;
    }

    /** What is to be passed, by name of what it leads to. 关口 */
    public List<Gate> gates() {
        return gates;
    }

    public Optional<Gate> gate(String code) {
        return gates.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Every edition, in order of code and day. */
    public List<Provision> provisions() {
        return provisions;
    }

    /** Editions of one clause, oldest first; empty for an unknown code. */
    public List<Provision> editions(String code) {
        return Collections.unmodifiableList(byCode.getOrDefault(code, List.of()));
    }

    /** Clauses in force on this day that are switched on; the same list on every day between two turns. */
    public List<Provision> inForce(LocalDate day) {
        return byTurn.computeIfAbsent(
                turn(day),
                any -> provisions.stream()
                        .filter(each -> each.status().enabled() && each.inForce(day))
                        .toList());
    }

    /** How many turns have come by this day. */
    private int turn(LocalDate day) {
        int at = Collections.binarySearch(turns, day);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** The edition of this clause in force on the day, switched on or not; empty where there is none. */
    public Optional<Provision> on(String code, LocalDate day) {
        return editions(code).stream().filter(each -> each.inForce(day)).findFirst();
    }

    /** The first day after this on which a clause that is switched on begins, or is in force no more; empty where none does. */
    public Optional<LocalDate> turnAfter(LocalDate day) {
        int next = turn(day);
        return next < turns.size() ? Optional.of(turns.get(next)) : Optional.empty();
    }

    private static Stream<LocalDate> turns(Provision clause) {
        var to = clause.to();
        return to == null ? Stream.of(clause.from()) : Stream.of(clause.from(), to.plusDays(1));
    }

    List<Provision> openings() {
        return openings;
    }

    /** This book with versions said of the editions named so. */
    Book versioned(Map<String, Integer> versions) {
        if (versions.isEmpty()) return this;
        return new Book(
                regulations,
                conclusions.values(),
                notCarried,
                provisions.stream()
                        .map(each -> each.versioned(versions.getOrDefault(each.edition(), each.version())))
                        .toList(),
                cohorts,
                gates);
    }

    /** A case of one of these clauses, in words. */
    public String words(Example example) {
        return ExampleWords.of(example, this);
    }
}
