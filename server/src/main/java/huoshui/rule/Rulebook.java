package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import huoshui.org.Organization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Clauses in force, and what they find of whom. 条款库
 *
 * <p>It advises; people decide. Whoever shows findings asks sight first: {@link Provision#chapters} says what was read.
 */
@Component
public class Rulebook {

    private static final String FILES = "classpath*:practice/rulebook/*.yaml";

    private final Cities cities;
    private final Organization organization;
    private final Editions editions;
    private final Acts acts;

    Rulebook(Cities cities, Organization organization, Editions editions, Acts acts) {
        this.cities = cities;
        this.organization = organization;
        this.editions = editions;
        this.acts = acts;
    }

    /** Every edition published by now. */
    public Book book() {
        return editions.book(acts.head());
    }

    /** Every edition published by this act. */
    public Book book(long known) {
        return editions.book(known);
    }

    /**
     * The book as it is shipped.
     *
     * @throws Refusal {@code bad-rulebook}, with file and line
     */
    static Book shipped() {
        return BookReader.read(shippedFiles(), Map.of());
    }

    /** The files the program is shipped with, by name. */
    static Map<String, String> shippedFiles() {
        var files = new TreeMap<String, String>();
        try {
            for (var each : new PathMatchingResourcePatternResolver().getResources(FILES))
                files.put(Objects.requireNonNull(each.getFilename()), each.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /** The city at these clocks, ready to be asked. */
    public Asking at(AsOf at) {
        return new Asking(book(at.known()), cities.at(at), organization.at(at), everybody -> true);
    }

    /** The same, by another book. */
    public Asking at(AsOf at, Book by) {
        return new Asking(by, cities.at(at), organization.at(at), everybody -> true);
    }

    /**
     * A book, a city and its units and posts, at the same clocks. 核查之时
     *
     * @param seen whom the asker sees: what other people's dossiers say is read of these alone, and open of the rest
     */
    public record Asking(Book book, City city, Chart chart, Predicate<Card> seen) {

        /** The same, as somebody may read it who sees only these. */
        public Asking seenBy(Predicate<Card> view) {
            return new Asking(book, city, chart, view);
        }

        public LocalDate day() {
            return city.at().valid();
        }

        /** A question about somebody, a unit, a team or a post. */
        public Question about(Subject subject, Occasion occasion, @Nullable Target target) {
            var aim =
                    target == null && occasion == Occasion.RANK_PROMOTION && subject instanceof Subject.Person(UUID id)
                            ? next(id)
                            : target;
            return Question.of(subject, occasion, aim, city, chart, book, Map.of(), Map.of(), false)
                    .seenBy(seen);
        }

        /** The same subject on another occasion; what was read of it once is kept. */
        public Question again(Question q, Occasion occasion, @Nullable Target target) {
            var aim = target == null
                            && occasion == Occasion.RANK_PROMOTION
                            && q.subject() instanceof Subject.Person(UUID id)
                    ? next(id)
                    : target;
            return q.on(occasion, aim);
        }

        private @Nullable Target next(UUID person) {
            return city.find(person).map(Toward::next).orElse(null);
        }

        /** All that clauses in force say of it, in order of code. */
        public List<Finding> findings(Question q) {
            return findings(q, book.inForce(day()));
        }

        public List<Finding> findings(Question q, List<Provision> clauses) {
            var found = new ArrayList<Finding>();
            for (var each : clauses) finding(q, each).ifPresent(found::add);
            return found;
        }

        /** What one clause says; empty where it says nothing of this subject on this occasion. */
        public Optional<Finding> finding(Question q, Provision clause) {
            return clause.ask(q).map(answer -> new Finding(q.subject(), clause, answer, q.at()));
        }

        /** Whether the edition of a clause in force on the day surely speaks of somebody as they stand. */
        public boolean speaks(String code, UUID person) {
            var q = about(new Subject.Person(person), Occasion.STANDING, null);
            return book.on(code, day())
                    .filter(each -> each.speaksOf(q) == huoshui.dossier.search.Verdict.MET)
                    .isPresent();
        }

        /**
         * The edition of a clause in force on the day.
         *
         * @throws Refusal {@code no-provision}, {@code not-in-force}
         */
        public Provision clause(String code) {
            var editions = book.editions(code);
            if (editions.isEmpty()) throw Refusal.absent("no-provision", "未核查：没有代码为“%s”的条款。请从条款目录中选取。".formatted(code));
            return book.on(code, day()).orElseThrow(() -> new NotInForce(code, editions, day()));
        }
    }
}
