package huoshui.interchange;

import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.CareerReading.Position;
import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.CareerReading.Stretch;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a résumé would write, were they taken: each post by itself with its unit, levels the words state,
 * secondments. 简历拟认
 *
 * <p>A unit is tied where exactly one of that name is known at the time; grass-roots work is then counted from it. What is
 * on the ledger already is not proposed again.
 */
public final class CareerProposals {

    /**
     * What one line would write.
     *
     * @param words the line as read, by which a later change of it shows
     * @param notes what is left out, and why
     */
    public record Proposal(int line, String words, List<Proposed> facts, List<String> notes) {}

    /**
     * One fact.
     *
     * @param kind post, level, secondment
     * @param unit the name of the unit it is tied to; null where none is
     * @param grassroots whether work there counts as grass-roots work
     */
    public record Proposed(
            String kind,
            String words,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable String level,
            @Nullable String unit,
            boolean grassroots) {}

    /** A proposal with what writing it takes. 拟认及其变动 */
    record Line(Proposal shown, List<Held> record, List<UUID> replaced) {}

    private static final Pattern PARTY_BODY = Pattern.compile("(?<=..)(?:党委|党组|党工委|党总支|党支部)$");
    private static final Pattern PARTY_POST = Pattern.compile("书记|委员|成员|常委");

    private final List<Fact<FactBody>> current;
    private final IntFunction<Chart> charts;
    private final Surroundings around;

    /**
     * @param current what counts as true
     * @param charts units by the names they bore in a year
     */
    CareerProposals(List<Fact<FactBody>> current, IntFunction<Chart> charts, Surroundings around) {
        this.current = current.stream().filter(each -> !each.erased()).toList();
        this.charts = charts;
        this.around = around;
    }

    List<Line> of(List<Stretch> stretches) {
        var lines = new ArrayList<Line>();
        var taken = new ArrayList<Held>();
        var byLine = stretches.stream()
                .collect(Collectors.groupingBy(Stretch::line, java.util.TreeMap::new, Collectors.toList()));
        byLine.forEach((number, each) -> {
            var line = new Gathering(number, taken).gather(each);
            if (!line.record.isEmpty() || !line.shown.notes().isEmpty()) lines.add(line);
        });
        return lines;
    }

    /** One line being looked at. */
    private final class Gathering {

        private final int number;
        private final List<Held> levels;
        private final List<Proposed> shown = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Held> record = new ArrayList<>();
        private final List<UUID> replaced = new ArrayList<>();

        Gathering(int number, List<Held> levels) {
            this.number = number;
            this.levels = levels;
        }

        Line gather(List<Stretch> stretches) {
            for (var each : stretches) {
                if (each.sort() != Sort.WORK && each.sort() != Sort.SECONDMENT && each.sort() != Sort.ARMY) continue;
                if (each.positions().isEmpty()) continue;
                if (each.from() == null) notes.add("“" + each.text() + "”没有起止时间，不能写成任职");
                else
                    stretch(
                            each,
                            CareerLines.span(each.from(), each.to(), each.from().firstDay()));
            }
            var words = stretches.stream().map(Stretch::text).collect(Collectors.joining("\n"));
            return new Line(new Proposal(number, words, shown, notes), record, replaced);
        }

        private void stretch(Stretch stretch, Span span) {
            String unit = null;
            int order = 0;
            int before = record.size();
            for (var each : stretch.positions()) {
                if (each.unit() != null) unit = each.unit();
                if (each.post() == null) continue;
                if (each.unit() == null && unit != null) unit = beside(unit, each.post());
                post(stretch, each, unit, ++order, span);
                level(stretch, each, span);
            }
            if (record.size() > before) replaced.addAll(whole(stretch, span));
            if (stretch.sort() == Sort.SECONDMENT)
                put(new Seconded(stretch.text(), null, null), span, "secondment", stretch.text(), stretch, null, null);
        }

        private void post(Stretch stretch, Position each, @Nullable String unit, int order, Span span) {
            var found = unit == null ? Optional.<Unit>empty() : unit(unit, span.from());
            var text = (unit == null ? "" : unit) + each.post();
            var body = new PostHeld(
                    text,
                    null,
                    found.map(Unit::id).orElse(null),
                    unit,
                    each.post(),
                    each.level(),
                    null,
                    null,
                    null,
                    order,
                    null,
                    null,
                    null,
                    null,
                    each.notes().isEmpty() ? null : String.join("；", each.notes()),
                    null);
            boolean known = held(PostHeld.class)
                    .anyMatch(one -> one.valid().equals(span)
                            && ((PostHeld) one.content()).postText() != null
                            && ((PostHeld) one.content()).text().equals(text));
            if (!known) put(body, span, "post", text, stretch, each.level(), found.orElse(null));
        }

        private void level(Stretch stretch, Position each, Span span) {
            var level = LeadershipLevel.read(each.level()).orElse(null);
            if (level == null) return;
            boolean clash = held(LevelHeld.class).anyMatch(one -> one.valid().overlaps(span))
                    || levels.stream().anyMatch(one -> one.valid().overlaps(span));
            if (clash) {
                boolean same = held(LevelHeld.class)
                        .anyMatch(one -> one.valid().overlaps(span)
                                && ((LevelHeld) one.content()).level().equals(level.title()));
                if (!same) notes.add("“" + level.title() + "”与已录入的职务层次时间相交，未列入；如有误请先更正职务层次");
                return;
            }
            var body = new LevelHeld(level.title(), null, null);
            levels.add(new Held(body, span));
            put(body, span, "level", level.title(), stretch, null, null);
        }

        private void put(
                FactBody body,
                Span span,
                String kind,
                String words,
                Stretch stretch,
                @Nullable String level,
                @Nullable Unit unit) {
            var held = new Held(body, span);
            boolean known = current.stream()
                    .anyMatch(
                            each -> each.content().equals(body) && each.valid().equals(span));
            if (known || record.contains(held)) return;
            record.add(held);
            boolean grassroots = unit != null
                    && around.unit(unit.id())
                            .map(Surroundings.UnitAt::grassroots)
                            .orElse(false);
            shown.add(new Proposed(
                    kind, words, stretch.from(), stretch.to(), level, unit == null ? null : unit.called(), grassroots));
        }

        /** The line as one post, as it was written when the form came in. */
        private List<UUID> whole(Stretch stretch, Span span) {
            return held(PostHeld.class)
                    .filter(each -> each.valid().equals(span)
                            && PostsFromResume.says((PostHeld) each.content(), stretch.text()))
                    .map(Fact::id)
                    .toList();
        }
    }

    /** A post that goes on after one in a party committee belongs to the body the committee is of. */
    private static String beside(String unit, String post) {
        return PARTY_POST.matcher(post).find() ? unit : PARTY_BODY.matcher(unit).replaceFirst("");
    }

    private Stream<Fact<FactBody>> held(Class<? extends FactBody> type) {
        return current.stream().filter(each -> type.isInstance(each.content()));
    }

    /** The only unit of this name, then or now. */
    private Optional<Unit> unit(String name, LocalDate from) {
        for (int year : new int[] {from.getYear(), Integer.MAX_VALUE}) {
            var named = charts.apply(year).named(name);
            if (named.size() == 1) return Optional.of(named.getFirst());
            if (named.size() > 1) return Optional.empty();
        }
        return Optional.empty();
    }
}
