package huoshui.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fictional city 澜江市 on a day: its units, posts and people. 示例市
 *
 * <p>People are told one by one when asked for, so that a city of any size fits in memory; asking twice gives the same.
 */
public final class City {

    private final long seed;
    private final LocalDate today;
    private final List<CityUnit> units;
    private final List<UnitChange> changes;
    private final List<CityPost> posts;
    private final List<Term> terms;
    private final List<DemoAccount> accounts;
    private final Biography biography;
    private final List<Life> lives;

    City(long seed, LocalDate today, Tree tree, List<Life> lives, Biography biography, List<DemoAccount> accounts) {
        this.seed = seed;
        this.today = today;
        this.units = tree.units();
        this.changes = tree.changes();
        this.posts = tree.posts();
        this.terms = tree.terms();
        this.lives = lives;
        this.biography = biography;
        this.accounts = accounts;
    }

    record Tree(List<CityUnit> units, List<UnitChange> changes, List<CityPost> posts, List<Term> terms) {}

    public long seed() {
        return seed;
    }

    public LocalDate today() {
        return today;
    }

    /** All units there ever were, parents before children. */
    public List<CityUnit> units() {
        return units;
    }

    /** Foundings, renamings, mergers, splits, by date. */
    public List<UnitChange> changes() {
        return changes;
    }

    /** All posts there ever were. */
    public List<CityPost> posts() {
        return posts;
    }

    public List<Term> terms() {
        return terms;
    }

    public List<DemoAccount> accounts() {
        return accounts;
    }

    public int size() {
        return lives.size();
    }

    /** @param number from 0 */
    public Cadre person(int number) {
        return biography.of(lives.get(number), number);
    }

    public Stream<Cadre> people() {
        return IntStream.range(0, size()).mapToObj(this::person);
    }

    List<Life> lives() {
        return lives;
    }
}
