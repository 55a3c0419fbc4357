package huoshui.dossier.city;

import huoshui.dossier.city.Card.Held;
import huoshui.kernel.AsOf;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everybody at both clocks. 某时的全市在册
 *
 * <p>Never changes; cards are drawn when first asked for and kept. A merged dossier is found under either id and shown once,
 * under the id that was kept. Everybody has a place, the same in every later city; what is worked out from all of them is kept by
 * place.
 */
public final class City {

    private static final int WORTH_THREADS = 200;

    private final AsOf at;
    private final Snapshot snapshot;
    private final Surroundings around;
    private final Map<Integer, Integer> merged;
    private final Map<Integer, List<Integer>> joined = new HashMap<>();
    private final @Nullable Card[] cards;
    private final Derived derived;
    private volatile @Nullable BitSet present;
    private volatile boolean drawn;

    City(AsOf at, Snapshot snapshot, Surroundings around) {
        this(at, snapshot, around, new @Nullable Card[snapshot.size()], new Derived());
    }

    private City(AsOf at, Snapshot snapshot, Surroundings around, @Nullable Card[] cards, Derived derived) {
        this.at = at;
        this.snapshot = snapshot;
        this.around = around;
        this.merged = snapshot.merged(at.known());
        this.cards = cards;
        this.derived = derived;
        merged.forEach((from, into) ->
                joined.computeIfAbsent(into, any -> new ArrayList<>()).add(from));
        joined.values().forEach(each -> each.sort(Comparator.naturalOrder()));
    }

    /** A city of just these lines: a trial, a sample, an example. 样例 */
    public static City of(AsOf at, List<Line> lines, Surroundings around) {
        var changes = new CityTable.Changes(List.copyOf(lines), List.of());
        return new City(at, Snapshot.empty().with(at.known(), changes).snapshot(), around);
    }

    /** What was known at the same act, seen on another day; everybody is drawn anew when asked for. 换一天看 */
    public City on(LocalDate day) {
        return new City(new AsOf(day, at.known()), snapshot, around);
    }

    /** The same day on a newer snapshot: cards of untouched people, and what was worked out from them, are taken over. */
    static City after(City before, AsOf at, Snapshot snapshot, Set<Integer> touched, Surroundings around) {
        if (!before.around.equals(around)) return new City(at, snapshot, around);
        var changed = before.changed(snapshot.merged(at.known()), touched);
        var city = new City(
                at,
                snapshot,
                around,
                Arrays.copyOf(before.cards, snapshot.size()),
                before.derived.after(changed, snapshot.size()));
        changed.stream().forEach(i -> city.cards[i] = null);
        var present = before.present;
        if (present != null) {
            var now = (BitSet) present.clone();
            changed.stream().forEach(i -> now.set(i, city.here(i)));
            city.present = now;
        }
        return city;
    }

    /** Those touched, whoever they are or were counted under, and whoever has been merged or parted since. */
    private BitSet changed(Map<Integer, Integer> mergedNow, Set<Integer> touched) {
        var changed = new BitSet();
        for (int each : touched) {
            changed.set(each);
            changed.set(merged.getOrDefault(each, each));
            changed.set(mergedNow.getOrDefault(each, each));
        }
        if (merged.equals(mergedNow)) return changed;
        var either = new HashMap<>(merged);
        either.putAll(mergedNow);
        for (int each : either.keySet()) {
            var was = merged.get(each);
            var is = mergedNow.get(each);
            if (Objects.equals(was, is)) continue;
            changed.set(each);
            if (was != null) changed.set(was);
            if (is != null) changed.set(is);
        }
        return changed;
    }

    private boolean here(int i) {
        if (merged.containsKey(i)) return false;
        for (var each : dossiers(i))
            for (int line = 0; line < each.size(); line++) if (each.known(line, at.known())) return true;
        return false;
    }

    private List<Lines> dossiers(int i) {
        var others = joined.get(i);
        if (others == null) return List.of(snapshot.dossier(i));
        var all = new ArrayList<Lines>(List.of(snapshot.dossier(i)));
        others.forEach(each -> all.add(snapshot.dossier(each)));
        return all;
    }

    /** Both clocks of this city. */
    public AsOf at() {
        return at;
    }

    /** Units and posts at the same clocks. */
    public Surroundings around() {
        return around;
    }

    /** How many people there are. */
    public int size() {
        return present().cardinality();
    }

    /** Everybody, in the order their dossiers were opened. */
    public List<Card> cards() {
        return cards(present());
    }

    /** Those at these places, in the order their dossiers were opened. */
    public List<Card> cards(BitSet places) {
        drawn();
        var all = new ArrayList<Card>(places.cardinality());
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) all.add(at(i));
        return all;
    }

    /** The person of this id, also by the id of a dossier merged into another; empty when nothing was known of them. */
    public Optional<Card> find(UUID person) {
        int kept = place(person);
        return kept >= 0 ? Optional.of(at(kept)) : Optional.empty();
    }

    /** This person as they are here; the given card itself where it was drawn here, or where they are not here. */
    public Card now(Card card) {
        var place = snapshot.place(card.id());
        if (place == null || place >= cards.length) return card;
        var own = cards[place];
        if (own == card) return card;
        return find(card.id()).orElse(card);
    }

    /** The id a person is shown under. */
    public UUID kept(UUID person) {
        var place = snapshot.place(person);
        return place == null
                ? person
                : snapshot.dossier(merged.getOrDefault(place, place)).subject();
    }

    /** Every id this person is known by: the one shown, then those merged into it. */
    public Set<UUID> ids(UUID person) {
        var place = snapshot.place(person);
        if (place == null) return Set.of(person);
        var all = new LinkedHashSet<UUID>();
        dossiers(merged.getOrDefault(place, place)).forEach(each -> all.add(each.subject()));
        return all;
    }

    /** Every line that counts after this city's act, for whatever days; slimmed. */
    public List<Line> lines(UUID person) {
        var place = snapshot.place(person);
        if (place == null) return List.of();
        return dossiers(merged.getOrDefault(place, place)).stream()
                .flatMap(each -> each.all().stream())
                .filter(each -> each.known(at.known()))
                .toList();
    }

    /** What clauses read beyond the card: this person's lines at both clocks; none where nothing was known of them. */
    public LinesAt linesAt(UUID person) {
        var place = snapshot.place(person);
        return new LinesAt(place == null ? List.of() : dossiers(merged.getOrDefault(place, place)), at);
    }

    // Everybody by place

    /** Every place is below this number. */
    public int places() {
        return cards.length;
    }

    /** Where there is somebody; not to be changed. */
    public BitSet present() {
        var known = present;
        if (known == null) {
            known = new BitSet(cards.length);
            for (int i = 0; i < cards.length; i++) if (here(i)) known.set(i);
            present = known;
        }
        return known;
    }

    /** Where this person is, below zero where they are not; a merged dossier is where the kept one is. */
    public int place(UUID person) {
        var place = snapshot.place(person);
        if (place == null) return -1;
        int kept = merged.getOrDefault(place, place);
        var all = present;
        return (all == null ? here(kept) : all.get(kept)) ? kept : -1;
    }

    /** Whoever is at this place, where there is somebody. */
    public Card at(int place) {
        var card = cards[place];
        if (card == null) {
            card = new CardMaker(snapshot.dossier(place).subject(), dossiers(place), at, around).draw();
            cards[place] = card;
        }
        return card;
    }

    /** Whether the other city gives people the same places. */
    public boolean alike(City other) {
        return snapshot.alike(other.snapshot);
    }

    /** The place somebody who is at this place in an {@linkplain #alike alike} city has here; below zero for none. */
    public int here(City other, int place) {
        if (this == other) return place;
        if (place >= cards.length) return -1;
        int kept = merged.getOrDefault(place, place);
        return present().get(kept) ? kept : -1;
    }

    /** Worked out once, and kept as long as this city. */
    public <T> T derived(Derivation<T> derivation) {
        return derived.get(derivation, this);
    }

    /** Whether it is known already, at most to be brought up to date. */
    public boolean knows(Derivation<?> derivation) {
        return derived.knows(derivation);
    }

    /** Keeps what somebody has worked out together with other things, in one go. */
    public <T> void keep(Derivation<T> derivation, T value) {
        derived.keep(derivation, value);
    }

    /** Draws every card, by several threads where there are many to draw. */
    public void drawn() {
        if (drawn) return;
        synchronized (cards) {
            if (drawn) return;
            var missing = present().stream().filter(i -> cards[i] == null).toArray();
            var each = Arrays.stream(missing);
            (missing.length > WORTH_THREADS ? each.parallel() : each).forEach(this::at);
            drawn = true;
        }
    }

    // Posts turned round

    /** Who holds this post on the day; nobody, one, or several where it has several seats. */
    public List<Holding> holders(UUID post) {
        return derived(new Holdings.Turned()).current(post, at.valid());
    }

    /** Who has ever held this post by the day, in order of days. */
    public List<Holding> everHeld(UUID post) {
        return derived(new Holdings.Turned()).ever(post);
    }

    /** Everybody who holds a post in this very unit on the day, main posts first. */
    public List<Holding> membersOf(UUID unit) {
        return derived(new Holdings.Turned()).in(unit);
    }

    /** The level a post is of: as recorded with who holds it, else as the post itself is laid down. */
    public Optional<LeadershipLevel> level(Held held) {
        return Optional.ofNullable(LevelOfPosts.of(held, around));
    }

    /** A post and who holds it. 任职与其人 */
    public record Holding(Card person, Held held) {}
}
