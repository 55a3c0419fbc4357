package huoshui.rule;

import huoshui.dossier.Crowd;
import huoshui.dossier.city.Line;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Entered;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dossiers of people in an invented city: with holes, with sanctions, kin and conclusions now and then. 虚构的档案 */
final class InventedDossiers {

    /** Kinds the city keeps, as far as clauses read them. */
    static final Set<String> KEPT = Set.of(
            "identity",
            "party",
            "work-start",
            "title",
            "standing",
            "post",
            "rank",
            "level",
            "secondment",
            "study",
            "training",
            "annual-grade",
            "reward",
            "frontline",
            "sanction",
            "org-measure",
            "conclusion",
            "family",
            "entered",
            "departed");

    private static final List<String> SANCTIONS =
            List.of("党内警告", "党内严重警告", "政务警告", "政务记过", "警告", "撤职", "留党察看", "留党察看二年");
    private static final List<String> MEASURES = List.of("诫勉", "免职", "降职", "调离岗位", "责令辞职", "提醒", "停职检查", "其他");
    private static final List<String> GROUNDS = Arrays.asList(null, "问责", "不适宜担任现职", "到龄");

    private final Random random;
    private final PlainWorld world;
    private final Collection<Map<String, Object>> conclusions;
    private int relatives;

    InventedDossiers(Random random, PlainWorld world, Collection<Map<String, Object>> conclusions) {
        this.random = random;
        this.world = world;
        this.conclusions = conclusions;
    }

    /** One more; the lines of the relatives are added to the world's. */
    List<Line> draw(UUID person) {
        var lines = new ArrayList<Line>();
        for (var each : new Crowd(random.nextLong()).person(person, 1 + random.nextInt(12)))
            if (each instanceof Change.Record<FactBody> record)
                add(lines, person, placed(record.body()), record.valid());
        if (random.nextInt(8) == 0)
            add(lines, person, new Departed(one(List.of("退休", "调出", "辞职")), null, null, null), began());
        if (random.nextInt(8) == 0) add(lines, person, new Entered("调任", null, null, null, null, null), began());
        kin(lines, person);
        for (int i = random.nextInt(4) - 1; i > 0; i--) add(lines, person, sanction(), began());
        for (int i = random.nextInt(4) - 1; i > 0; i--)
            add(
                    lines,
                    person,
                    new OrganizationalMeasure(one(MEASURES), one(GROUNDS), null, maybe(), gone(), null),
                    began());
        for (int i = random.nextInt(4) - 1; i > 0; i--) add(lines, person, frontline(), began());
        for (var kind : conclusions) {
            if (random.nextInt(3) > 0) continue;
            var values = (List<?>) kind.get("values");
            var value = values.get(random.nextInt(values.size())).toString();
            add(
                    lines,
                    person,
                    new Conclusion(kind.get("code").toString(), value, "部务会", Chapter.SUPERVISION, null),
                    began());
        }
        return lines;
    }

    /** In the invented units: matched to a seat, to a unit, to one nobody knows, or not at all; grown up somewhere. */
    private FactBody placed(FactBody body) {
        if (body instanceof Identity is && random.nextBoolean())
            return new Identity(
                    is.name(),
                    is.sex(),
                    is.birth(),
                    is.ethnicity(),
                    is.nativePlace(),
                    is.birthPlace(),
                    one(List.of("隆川", "永昭县", "石梁县", "澜江市")));
        if (!(body instanceof PostHeld is)) return body;
        var held = switch (random.nextInt(8)) {
            case 0 -> is.matchedTo(null, null);
            case 1 -> is.matchedTo(new UUID(random.nextLong(), 3), null);
            case 2, 3 -> is.matchedTo(one(List.copyOf(world.places.keySet())), null);
            default -> {
                var seat = one(List.copyOf(world.chairs.values()));
                yield is.matchedTo(random.nextBoolean() ? seat.unit() : null, seat.id());
            }
        };
        return random.nextInt(30) > 0 ? held : PostHeld.of("县公安局局长").matchedTo(held.unit(), held.post());
    }

    /** Kin in seats of the same city, some of them not confirmed, some nobody's. */
    private void kin(List<Line> lines, UUID person) {
        for (int i = random.nextInt(4); i > 0; i--) {
            var relative = new UUID(7, ++relatives);
            add(
                    lines,
                    person,
                    new FamilyMember(i, "妻子", "某某", null, null, null, random.nextInt(4) == 0 ? null : relative),
                    began());
            if (random.nextInt(5) == 0) continue;
            var seat = near(lines);
            var held = PostHeld.of("科员").matchedTo(null, random.nextInt(6) == 0 ? null : seat.id());
            world.relatives.put(
                    relative,
                    List.of(new Line(new UUID(-8, relatives), relative, "post", held, began(), 1, Long.MAX_VALUE)));
        }
    }

    /** Rather one in the same unit, else nobody would ever sit near. */
    private PlainWorld.Chair near(List<Line> lines) {
        var own = aimed(lines);
        var same = world.chairs.values().stream()
                .filter(each -> each.unit().equals(own.unit()))
                .toList();
        return same.isEmpty() || random.nextInt(4) == 0 ? one(List.copyOf(world.chairs.values())) : one(same);
    }

    /** A seat, now and then one that is held already. */
    PlainWorld.Chair aimed(List<Line> lines) {
        var held = lines.stream()
                .map(each -> each.body() instanceof PostHeld is ? world.chair(is.post()) : null)
                .filter(java.util.Objects::nonNull)
                .toList();
        return held.isEmpty() || random.nextBoolean() ? one(List.copyOf(world.chairs.values())) : held.getLast();
    }

    private FactBody sanction() {
        return new Sanction(one(SANCTIONS), null, null, null, maybe(), gone(), null);
    }

    private FactBody frontline() {
        var showing = random.nextInt(3) == 0 ? null : one(FrontlineService.SHOWINGS);
        var by = random.nextInt(3) == 0 ? null : "市委组织部";
        return new FrontlineService(
                one(FrontlineService.SORTS), "抗洪抢险", null, showing, by, random.nextInt(4) == 0 ? null : "通报");
    }

    private @Nullable PartialDate maybe() {
        return random.nextInt(5) == 0 ? PartialDate.month(2019 + random.nextInt(9), 1 + random.nextInt(12)) : null;
    }

    private @Nullable PartialDate gone() {
        return random.nextInt(6) == 0 ? PartialDate.month(2019 + random.nextInt(8), 1 + random.nextInt(12)) : null;
    }

    private Span began() {
        int year = 2014 + random.nextInt(13);
        int month = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> Span.since(PartialDate.year(year));
            case 1 -> Span.evidenced(LocalDate.of(year, month, 1));
            case 2, 3 -> Span.since(LocalDate.of(year, month, 1 + random.nextInt(28)));
            default -> Span.since(PartialDate.month(year, month));
        };
    }

    private static void add(List<Line> lines, UUID person, FactBody body, Span valid) {
        var kind = FactKinds.ALL.of(body).code();
        if (!KEPT.contains(kind)) return;
        var id = new UUID(person.getLeastSignificantBits(), lines.size());
        lines.add(new Line(id, person, kind, body, valid, 1, Long.MAX_VALUE));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
