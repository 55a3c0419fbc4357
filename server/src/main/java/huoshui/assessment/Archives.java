package huoshui.assessment;

import huoshui.access.Signed;
import huoshui.assessment.CollectiveConclusions.Line;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Instrument.Sign;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.RoundTable.Told;
import huoshui.assessment.Scorecard.Figure;
import huoshui.assessment.Scorecard.Group;
import huoshui.dossier.city.Cities;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is on record of the political quality of somebody or a team, over time: on which of the five occasions they were looked at and on
 * which not, what was said by dimension and group, instances both ways, what was concluded. Nothing is added up. 政治素质档案
 */
@Component
public class Archives {

    private static final Chapter CHAPTER = Chapter.POLITICAL;

    private final RoundTable rounds;
    private final Rounds seen;
    private final Instruments instruments;
    private final Closing closing;
    private final TallyTable tallies;
    private final Examinees examinees;
    private final CollectiveConclusions conclusions;
    private final SealedReadings readings;
    private final Cities cities;
    private final Acts acts;

    Archives(
            RoundTable rounds,
            Rounds seen,
            Instruments instruments,
            Closing closing,
            TallyTable tallies,
            Examinees examinees,
            CollectiveConclusions conclusions,
            SealedReadings readings,
            Cities cities,
            Acts acts) {
        this.rounds = rounds;
        this.seen = seen;
        this.instruments = instruments;
        this.closing = closing;
        this.tallies = tallies;
        this.examinees = examinees;
        this.conclusions = conclusions;
        this.readings = readings;
        this.cities = cities;
        this.acts = acts;
    }

    /**
     * One row of who was looked at on which occasions: that it was, not what it came to.
     *
     * @param latest null where never
     */
    public record Row(
            UUID id,
            About kind,
            String name,
            @Nullable String post,
            Map<RoundOccasion, Integer> counts,
            @Nullable LocalDate latest) {}

    /** A round that was closed. */
    public record Held(
            UUID round,
            UUID subject,
            String title,
            RoundOccasion occasion,
            Confidentiality confidentiality,
            LocalDate day,
            String instrument,
            int edition,
            int voices) {}

    /** What a round came to in one dimension. */
    public record Point(UUID round, LocalDate day, Figure overall, List<Group> groups, List<Figure> byGroup) {}

    /** One dimension over rounds, the latest first. */
    public record Series(String name, Sign sign, List<Point> points) {}

    /**
     * An instance, as its editor put it.
     *
     * @param sign null of a question that is of no dimension
     */
    public record Instance(
            UUID round, LocalDate day, @Nullable Sign sign, String item, String paraphrase) {}

    /** @param blanks occasions of which there is nothing */
    public record Archive(
            UUID id,
            About kind,
            String name,
            @Nullable String post,
            List<Held> held,
            Set<RoundOccasion> blanks,
            List<Series> dimensions,
            List<Instance> instances,
            List<Line> conclusions) {}

    /**
     * Everybody who was ever looked at, or a team and those on its seats, whether they were or not.
     *
     * @throws Refusal {@code sealed-chapter}, {@code no-subject}
     */
    public List<Row> rows(Signed who, @Nullable UUID team, AsOf at) {
        SealedReadings.requireReadable(who, CHAPTER);
        var told = new LinkedHashMap<Examined, List<Held>>();
        for (var each : asked(who, team, at)) told.put(each, new ArrayList<>());
        for (var each : held(who, List.of(), at)) {
            var about = new Examined(kept(each.kind, each.is.subject()), each.kind, null);
            if (team == null)
                told.computeIfAbsent(about, any -> new ArrayList<>()).add(each.is);
            else if (told.containsKey(about)) told.get(about).add(each.is);
        }
        var rows = new ArrayList<Row>();
        told.forEach((about, all) -> {
            if (examinees.seen(who, about)) rows.add(row(about, all));
        });
        return rows;
    }

    private List<Examined> asked(Signed who, @Nullable UUID team, AsOf at) {
        if (team == null) return List.of();
        var about = new Examined(team, About.TEAM, null);
        if (!examinees.seen(who, about)) throw absent();
        var all = new ArrayList<>(List.of(about));
        examinees.members(team, at.valid()).forEach(each -> all.add(new Examined(each, About.PERSON, null)));
        return all;
    }

    private Row row(Examined about, List<Held> held) {
        var named = examinees.named(about);
        var counts = new EnumMap<RoundOccasion, Integer>(RoundOccasion.class);
        held.forEach(each -> counts.merge(each.occasion(), 1, Integer::sum));
        return new Row(
                about.subject(),
                about.kind(),
                named.name(),
                named.post(),
                counts,
                held.stream().map(Held::day).max(Comparator.naturalOrder()).orElse(null));
    }

    /**
     * One archive at both clocks; the reading is journaled with its purpose.
     *
     * @throws Refusal {@code no-subject}, {@code sealed-chapter}, {@code purpose-required}
     */
    @Transactional
    public Archive open(Signed who, About kind, UUID id, AsOf at) {
        var about = new Examined(kept(kind, id), kind, null);
        if (!examinees.seen(who, about)) throw absent();
        readings.announce(who, about.subject(), CHAPTER, "archive", about.subject());
        var ids = kind == About.PERSON ? cities.now().ids(about.subject()) : Set.of(id);
        var held = held(who, ids, at).stream()
                .filter(each -> each.kind == kind)
                .map(Closed::is)
                .sorted(Comparator.comparing(Held::day).reversed())
                .toList();
        var blanks = EnumSet.allOf(RoundOccasion.class);
        held.forEach(each -> blanks.remove(each.occasion()));
        var named = examinees.named(about);
        return new Archive(
                about.subject(),
                kind,
                named.name(),
                named.post(),
                held,
                blanks,
                series(held),
                held.stream().flatMap(each -> instances(each).stream()).toList(),
                conclusions.lines(about, at));
    }

    private UUID kept(About kind, UUID id) {
        return kind == About.PERSON ? cities.now().kept(id) : id;
    }

    /** A round that was closed, and of what sort its subject is. */
    private record Closed(About kind, Held is) {}

    private List<Closed> held(Signed who, Collection<UUID> subjects, AsOf at) {
        var told = rounds.told(subjects, at.known());
        var instants = acts.of(new LinkedHashSet<>(told.stream().map(Told::act).toList()));
        var held = new ArrayList<Closed>();
        for (var each : told) {
            var closed = instants.get(each.act());
            if (closed == null || !Rounds.runs(who, each.home())) continue;
            var day = Round.day(each.closes(), LocalDate.ofInstant(closed, Acts.ZONE));
            var instrument = instruments.instrument(each.edition());
            if (day.isAfter(at.valid()) || instrument.chapter() != CHAPTER) continue;
            held.add(new Closed(
                    each.kind(),
                    new Held(
                            each.round(),
                            each.subject(),
                            each.title(),
                            each.occasion(),
                            each.confidentiality(),
                            day,
                            instrument.title(),
                            instruments.version(each.edition()),
                            each.voices())));
        }
        return held;
    }

    private List<Series> series(List<Held> held) {
        var all = new LinkedHashMap<String, Series>();
        for (var each : held) {
            var round = round(each);
            var card = closing.scorecard(round, instruments.instrument(round.edition()), each.subject());
            for (var line : card.dimensions())
                all.computeIfAbsent(
                                line.sign() + line.name(),
                                any -> new Series(line.name(), line.sign(), new ArrayList<>()))
                        .points()
                        .add(new Point(each.round(), each.day(), line.overall(), card.groups(), line.byGroup()));
        }
        return List.copyOf(all.values());
    }

    private List<Instance> instances(Held held) {
        var instrument = instruments.instrument(round(held).edition());
        var all = new ArrayList<Instance>();
        for (var each : tallies.told(held.round(), held.subject())) {
            var paraphrase = each.paraphrase();
            if (paraphrase == null) continue;
            var item = instrument.item(each.item());
            var sign = item.map(one -> one.stem().dimension())
                    .flatMap(code -> instrument.dimensions().stream()
                            .filter(one -> one.code().equals(code))
                            .findFirst())
                    .map(Instrument.Dimension::sign)
                    .orElse(null);
            all.add(new Instance(
                    held.round(),
                    held.day(),
                    sign,
                    item.map(one -> one.stem().text()).orElse(each.item()),
                    paraphrase));
        }
        return all;
    }

    private Round round(Held held) {
        return seen.find(held.round()).orElseThrow();
    }

    private static Refusal absent() {
        return Refusal.absent("no-subject", "未找到：没有这份政治素质档案，或不在您的管理范围内，或按回避规定您不能查阅（本人、亲属及所在班子）。请从档案列表打开。");
    }
}
