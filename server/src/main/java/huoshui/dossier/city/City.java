package huoshui.dossier.city;

import huoshui.dossier.city.Card.Held;
import huoshui.kernel.AsOf;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody at both clocks. 某时的全市在册
 *
 * <p>Never changes; cards are drawn when first asked for and kept. A merged dossier is found under either id and shown once,
 * under the id that was kept.
 */
public final class City {

    private final AsOf at;
    private final Snapshot snapshot;
    private final Surroundings around;
    private final Map<Integer, Integer> merged;
    private final Map<Integer, List<Integer>> joined = new HashMap<>();
    private final @Nullable Card[] cards;
    private final BitSet present = new BitSet();
    private volatile @Nullable List<Card> everybody;
    private volatile @Nullable Holdings holdings;

    City(AsOf at, Snapshot snapshot, Surroundings around) {
        this.at = at;
        this.snapshot = snapshot;
        this.around = around;
        this.merged = snapshot.merged(at.known());
        this.cards = new @Nullable Card[snapshot.size()];
        merged.forEach((from, into) ->
                joined.computeIfAbsent(into, any -> new ArrayList<>()).add(from));
        joined.values().forEach(each -> each.sort(Comparator.naturalOrder()));
        for (int i = 0; i < cards.length; i++) if (!merged.containsKey(i) && here(i)) present.set(i);
    }

    /** The same clocks' day on a newer snapshot: cards of untouched people are taken over. */
    static City after(City before, AsOf at, Snapshot snapshot, Set<Integer> touched, Surroundings around) {
        var city = new City(at, snapshot, around);
        if (!before.around.equals(around)) return city;
        for (int i = 0; i < before.cards.length; i++) {
            var card = before.cards[i];
            if (card != null && !touched.contains(i) && !city.touches(before, i, touched)) city.cards[i] = card;
        }
        return city;
    }

    private boolean touches(City before, int i, Set<Integer> touched) {
        var mine = joined.getOrDefault(i, List.of());
        var theirs = before.joined.getOrDefault(i, List.of());
        return !mine.equals(theirs) || mine.stream().anyMatch(touched::contains);
    }

    private boolean here(int i) {
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
        return present.cardinality();
    }

    /** Everybody, in the order their dossiers were opened; drawn by several threads. */
    public List<Card> cards() {
        var known = everybody;
        if (known == null) {
            var all = present.stream().toArray();
            known = IntStream.of(all).parallel().mapToObj(this::card).toList();
            everybody = known;
        }
        return known;
    }

    /** The person of this id, also by the id of a dossier merged into another; empty when nothing was known of them. */
    public Optional<Card> find(UUID person) {
        var place = snapshot.place(person);
        if (place == null) return Optional.empty();
        int kept = merged.getOrDefault(place, place);
        return present.get(kept) ? Optional.of(card(kept)) : Optional.empty();
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

    private Card card(int i) {
        var card = cards[i];
        if (card == null) {
            card = new CardMaker(snapshot.dossier(i).subject(), dossiers(i), at, around).draw();
            cards[i] = card;
        }
        return card;
    }

    /** Who holds this post on the day; nobody, one, or several where it has several seats. */
    public List<Holding> holders(UUID post) {
        return holdings().current(post);
    }

    /** Who has ever held this post by the day, in order of days. */
    public List<Holding> everHeld(UUID post) {
        return holdings().ever(post);
    }

    /** Everybody who holds a post in this very unit on the day, main posts first. */
    public List<Holding> membersOf(UUID unit) {
        return holdings().in(unit);
    }

    /** A post and who holds it. 任职与其人 */
    public record Holding(Card person, Held held) {}

    private Holdings holdings() {
        var known = holdings;
        if (known == null) {
            known = new Holdings(cards(), at.valid());
            holdings = known;
        }
        return known;
    }
}
