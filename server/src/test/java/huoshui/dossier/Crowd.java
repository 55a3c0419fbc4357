package huoshui.dossier;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.kernel.Actor;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented people with holes in their dossiers, made from a seed; written straight to the ledger. */
public final class Crowd {

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎曾仇区解查任单";
    private static final String GIVEN = "国伟明华建军文斌志强海涛晓峰立新庆林永平春雨秀英丽芳桂兰玉梅静雪婷若川远航思齐知白怀瑾清和景行";
    private static final List<String> PLACES = List.of("澜江市", "隆川县", "永昭县", "石梁县", "青屏区", "江北区");
    private static final List<String> OFFICES =
            List.of("水务局", "财政局", "发展和改革委员会", "教育体育局", "农业农村局", "自然资源局", "司法局", "统计局", "审计局", "住房和城乡建设局");
    private static final List<String> POSTS = List.of("科员", "办公室副主任", "办公室主任", "副局长", "党组成员、副局长", "党组书记、局长");
    private static final List<String> LEVELS = List.of("乡科级副职", "乡科级正职", "县处级副职", "县处级正职");
    private static final List<String> RANKS = List.of("一级科员", "四级主任科员", "二级主任科员", "四级调研员", "三级调研员", "一级调研员");
    private static final List<String> GRADES = List.of("优秀", "称职", "称职", "称职", "称职", "基本称职", "不定等次");
    private static final List<String> PARTIES = List.of("中共党员", "中共党员", "中共党员", "民盟", "群众", "无党派");
    private static final List<String> ETHNICITIES = List.of("汉族", "汉族", "汉族", "彝族", "傣族", "回族");
    private static final List<String> MAJORS = List.of("水利水电工程", "会计学", "法学", "汉语言文学", "农学", "土木工程", "经济学");

    private final Random random;
    private final List<UUID> units = new ArrayList<>();

    public Crowd(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 60; i++) units.add(new UUID(random.nextLong(), random.nextLong()));
    }

    public List<UUID> units() {
        return List.copyOf(units);
    }

    /** Everything recorded about one more person. */
    public List<Change<FactBody>> person(UUID id, int richness) {
        var changes = new ArrayList<Change<FactBody>>();
        int born = 1964 + random.nextInt(36);
        int month = 1 + random.nextInt(12);
        int start = born + 19 + random.nextInt(6);
        var name = name();
        put(
                changes,
                id,
                new Identity(
                        name,
                        holed(random.nextInt(3) == 0 ? "女" : "男"),
                        birth(born, month),
                        holed(one(ETHNICITIES)),
                        holed(one(PLACES)),
                        null,
                        null),
                since(born, month));
        if (likely())
            put(
                    changes,
                    id,
                    new IdNumber("53010119%02d%02d%06d".formatted(born % 100, month, random.nextInt(1000000))),
                    since(born, month));
        if (likely()) party(changes, id, born);
        if (likely()) put(changes, id, new WorkStart(PartialDate.month(start, 7)), since(start, 7));
        if (random.nextInt(3) == 0)
            put(
                    changes,
                    id,
                    new ProfessionalTitle(one(List.of("工程师", "高级工程师", "经济师")), null, null, null, null),
                    since(start + 6, 3));
        if (random.nextInt(2) == 0) put(changes, id, new Expertise(one(MAJORS) + "，" + one(MAJORS)), since(start, 7));
        if (likely())
            put(
                    changes,
                    id,
                    new Photo("%064d".formatted(random.nextInt(1 << 20)), "image/jpeg", 40000),
                    since(start, 7));
        if (likely()) put(changes, id, new Managed(one(List.of("03", "03", "04", "04", "09"))), since(start, 7));
        put(changes, id, new Standing("1", "1", random.nextInt(12) == 0 ? "2" : "1", null, null), since(start, 7));
        studies(changes, id, born);
        posts(changes, id, start);
        ladder(changes, id, start);
        grades(changes, id, start, richness);
        for (int i = random.nextInt(richness + 1); i > 0; i--)
            put(
                    changes,
                    id,
                    new Trained("第" + (1 + random.nextInt(40)) + "期中青年干部培训班", null, null, null, "市委党校", 40, 10, false),
                    Span.between(PartialDate.month(2010 + random.nextInt(16), 3), PartialDate.month(2026, 5)));
        if (random.nextInt(5) == 0)
            put(changes, id, new Reward("嘉奖", "01115", null, null, null, null), since(2015 + random.nextInt(10), 1));
        if (random.nextInt(6) == 0)
            put(
                    changes,
                    id,
                    new Seconded(one(PLACES) + "挂职", null, one(List.of("乡村振兴", "重大项目"))),
                    Span.between(PartialDate.month(2018, 3), PartialDate.month(2020, 3)));
        for (int i = 0; i < richness; i++)
            put(changes, id, new CareerLine(i + 1, null, null, place() + one(POSTS), false), since(start + i, 7));
        return changes;
    }

    private String name() {
        var given = sign(GIVEN) + (random.nextInt(4) == 0 ? "" : sign(GIVEN));
        return sign(SURNAMES) + given;
    }

    private void party(List<Change<FactBody>> into, UUID id, int born) {
        var party = one(PARTIES);
        boolean dated = party.startsWith("中共") && likely();
        put(into, id, new PartyMembership(party, dated ? PartialDate.month(born + 22, 6) : null), since(born + 22, 6));
    }

    private void studies(List<Change<FactBody>> into, UUID id, int born) {
        if (likely())
            put(
                    into,
                    id,
                    study("fulltime", one(List.of("大学", "大专", "研究生", "中专"))),
                    Span.between(PartialDate.month(born + 18, 9), PartialDate.month(born + 22, 7)));
        if (random.nextInt(2) == 0)
            put(
                    into,
                    id,
                    study("inservice", one(List.of("大学", "省委党校研究生", "中央党校大学"))),
                    Span.between(PartialDate.month(born + 30, 9), PartialDate.month(born + 33, 7)));
    }

    private Study study(String mode, String level) {
        boolean degree = level.equals("研究生") || (level.equals("大学") && random.nextBoolean());
        return new Study(
                mode,
                level,
                null,
                degree ? (level.equals("大学") ? "工学学士" : "管理学硕士") : null,
                null,
                one(PLACES) + "大学",
                null,
                one(MAJORS),
                null,
                null,
                null,
                null);
    }

    private void posts(List<Change<FactBody>> into, UUID id, int start) {
        int year = start;
        int step = 0;
        while (year < 2027) {
            int years = 2 + random.nextInt(6);
            boolean last = year + years > 2025;
            var unitText = place();
            var text = unitText + POSTS.get(Math.min(POSTS.size() - 1, step));
            var level = step == 0 || random.nextInt(8) == 0 ? null : LEVELS.get(Math.min(LEVELS.size() - 1, step - 1));
            boolean matched = random.nextInt(4) > 0;
            put(
                    into,
                    id,
                    new PostHeld(
                            text,
                            null,
                            matched ? one(units) : null,
                            unitText,
                            null,
                            level,
                            step == 0 ? Boolean.FALSE : likely() ? Boolean.TRUE : null,
                            true,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    last ? opened(year) : Span.between(PartialDate.month(year, 7), PartialDate.month(year + years, 7)));
            if (last) break;
            year += years;
            step += random.nextInt(2);
        }
    }

    private Span opened(int year) {
        return random.nextInt(10) == 0
                ? Span.evidenced(PartialDate.month(year, 7).firstDay())
                : since(year, 7);
    }

    private void ladder(List<Change<FactBody>> into, UUID id, int start) {
        int rank = random.nextInt(3);
        int year = start + 5;
        for (int i = 0; i < 3 && likely() && year < 2026; i++) {
            var to = i == 2 || year + 4 >= 2026 ? null : PartialDate.month(year + 4, 1);
            put(
                    into,
                    id,
                    new RankHeld(RANKS.get(Math.min(RANKS.size() - 1, rank + i)), null, null),
                    Span.between(PartialDate.month(year, 1), to));
            if (to == null) break;
            year += 4;
        }
        if (random.nextInt(3) == 0)
            put(into, id, new LevelHeld(one(LEVELS), null, null), since(Math.min(2024, start + 10), 4));
    }

    private void grades(List<Change<FactBody>> into, UUID id, int start, int richness) {
        for (int year = Math.max(start, 2026 - richness); year < 2026; year++)
            if (likely())
                put(
                        into,
                        id,
                        new AnnualGrade(year, one(GRADES), null),
                        Span.between(PartialDate.year(year), PartialDate.year(year + 1)));
    }

    private @Nullable PartialDate birth(int year, int month) {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> PartialDate.year(year);
            case 2 -> PartialDate.day(java.time.LocalDate.of(year, month, 12));
            default -> PartialDate.month(year, month);
        };
    }

    private String place() {
        return one(PLACES) + one(OFFICES);
    }

    private boolean likely() {
        return random.nextInt(8) > 0;
    }

    private @Nullable String holed(String value) {
        return likely() ? value : null;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String sign(String of) {
        int at = random.nextInt(of.length());
        return of.substring(at, at + 1);
    }

    private static Span since(int year, int month) {
        return Span.since(PartialDate.month(year, month));
    }

    private static void put(List<Change<FactBody>> into, UUID id, FactBody body, Span valid) {
        into.add(Change.record(id, body, valid, "测试"));
    }

    /** Writes so many people, some hundreds an act; to be called outside a transaction. */
    public List<UUID> settle(
            Dossiers dossiers,
            huoshui.kernel.Subjects subjects,
            org.springframework.transaction.support.TransactionTemplate transaction,
            huoshui.kernel.Acts acts,
            int people,
            int richness) {
        var all = new ArrayList<UUID>();
        var clerk = new Actor(new UUID(0, 7));
        while (all.size() < people) {
            int batch = Math.min(250, people - all.size());
            transaction.executeWithoutResult(status -> {
                acts.begin();
                var fresh = new ArrayList<Subject.Person>();
                var changes = new ArrayList<Change<FactBody>>();
                for (int i = 0; i < batch; i++) {
                    var person = new Subject.Person(Ids.next());
                    fresh.add(person);
                    changes.addAll(person(person.id(), richness));
                }
                subjects.register(fresh);
                dossiers.apply(clerk, changes);
                fresh.forEach(each -> all.add(each.id()));
            });
        }
        return all;
    }
}
