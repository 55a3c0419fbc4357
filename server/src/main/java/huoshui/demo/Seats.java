package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Furnishes the units with seats. 席位配置 */
final class Seats {

    private static final int DISPATCHED = Months.of(2016, 10);

    final List<Seat> all = new ArrayList<>();
    private final Map<String, Draft> offices;
    private int number;

    /** @param offices units by number of the county and plain name: 0组织部 */
    Seats(Map<String, Draft> offices) {
        this.offices = offices;
    }

    void furnish(Line line, int staff) {
        switch (line.style()) {
            case "市四套班子" -> CommitteeSeats.city(this, line, offices);
            case "县四套班子" -> CommitteeSeats.county(this, line, offices);
            case "乡镇" -> township(line);
            case "国企" -> company(line);
            case "高校" -> college(line);
            case "部门", "县部门" -> partyOffice(line);
            case "纪委", "县纪委" -> discipline(line);
            case "法院", "检察院", "县法院", "县检察院" -> court(line);
            default -> bureau(line);
        }
        sections(line);
        for (int i = 0; i < staff; i++) clerk(line, i);
    }

    /** One more plain seat; every fifth a deputy, every sixth the head of a section in the city's offices. */
    void clerk(Line line, int number) {
        var section = line.sections().get(number % line.sections().size());
        int branch = line.joined().isEmpty() ? 0 : number % (line.joined().size() + 1);
        boolean office = line.county() == 0 && number >= 8;
        if (office && number % 11 == 8)
            add(
                    line,
                    SeatSpec.of(subLevel(line, 1), "副" + chief(section))
                            .in(section, false)
                            .from(branch, false)
                            .at(2));
        else if (office && number % 13 == 9)
            add(
                    line,
                    SeatSpec.of(subLevel(line, 0), chief(section))
                            .in(section, false)
                            .from(branch, false));
        else
            add(
                    line,
                    SeatSpec.of(Level.STAFF, "科员")
                            .in(section, true)
                            .from(branch, false)
                            .at(5 + number));
    }

    private void bureau(Line line) {
        int top = line.today().headLevel;
        boolean county = line.county() > 0;
        boolean party = !line.style().contains("事业") || !county;
        var group = line.style().equals("公安")
                        || line.style().equals("县公安")
                        || line.style().equals("医院")
                        || line.style().equals("学校")
                        || line.style().equals("管委会")
                ? "党委"
                : "党组";
        if (line.style().contains("机关")) group = "机关党组";
        if (!line.style().equals("县公安")) {
            add(
                    line,
                    SeatSpec.of(top, (head, name) -> head)
                            .party(headParty(line, party, group))
                            .heavy(county ? 3 : 4)
                            .head());
            for (int i = 1; i <= line.joined().size(); i++)
                add(
                        line,
                        SeatSpec.of(top, (head, name) -> head)
                                .party(group + "书记")
                                .head()
                                .from(i, true));
        } else add(line, SeatSpec.of(Level.SECTION, "政治委员").party("党委副书记").at(2));
        int deputies = county ? 1 + (line.key() * 1000 % 2 < 1 ? 1 : 0) : deputies(line);
        for (int i = 0; i < deputies; i++) {
            var spec = SeatSpec.of(top - 1, (head, name) -> Naming.deputy(head))
                    .at(2 + i)
                    .from(i % (line.joined().size() + 1), false);
            add(line, i == 1 ? spec.open() : spec.party(party ? group + (group.equals("党委") ? "委员" : "成员") : ""));
        }
        if (county) return;
        if (!line.special().equals("-"))
            add(
                    line,
                    SeatSpec.of(top - 1, line.special())
                            .party(group + "成员")
                            .at(8)
                            .open());
        if (top == Level.COUNTY)
            add(
                    line,
                    SeatSpec.of(Level.COUNTY_DEPUTY, (head, name) -> "纪检监察")
                            .party("党组成员")
                            .at(9)
                            .of("纪检监察"));
    }

    /** 团委 and 协会 heads who are 书记 already need no second party title. */
    private static String headParty(Line line, boolean party, String group) {
        if (!party
                || line.style().equals("党校")
                || Naming.head(line.today().names.getLast().printed()).equals("书记")) return "";
        return group + "书记";
    }

    private static int deputies(Line line) {
        if (line.today().headLevel < Level.COUNTY) return 2;
        return line.style().equals("群团") ? 2 : 3;
    }

    private void partyOffice(Line line) {
        int top = line.today().headLevel;
        var name = line.today().names.getLast().printed();
        boolean headedAbove = name.endsWith("组织部")
                || name.endsWith("宣传部")
                || name.endsWith("统战部")
                || name.endsWith("政法委员会")
                || line.county() > 0 && name.endsWith("委办公室");
        var spec = SeatSpec.of(top, (head, unit) -> headedAbove && !head.startsWith("常务") ? "常务副" + head : head)
                .heavy(name.endsWith("组织部") ? 5 : 4);
        add(line, personnel(headedAbove ? spec.at(2) : spec.head(), name));
        for (int i = 0; i < (line.county() > 0 ? 1 : 2); i++)
            add(
                    line,
                    personnel(
                            SeatSpec.of(top - 1, (head, unit) -> Naming.deputy(head))
                                    .at(3 + i),
                            name));
    }

    private static SeatSpec personnel(SeatSpec spec, String unit) {
        return unit.endsWith("组织部") ? spec.of("组织人事") : spec;
    }

    private void discipline(Line line) {
        int top = line.county() > 0 ? Level.SECTION : Level.COUNTY;
        add(line, SeatSpec.of(top, "副书记、监委副主任").heavy(4).of("纪检监察").at(2));
        add(line, SeatSpec.of(top - 1, "副书记、监委副主任").heavy(4).of("纪检监察").at(3));
        for (int i = 0; i < (line.county() > 0 ? 1 : 3); i++)
            add(line, SeatSpec.of(top - 1, "常委、监委委员").heavy(3).of("纪检监察").at(4 + i));
    }

    private void court(Line line) {
        int top = line.today().headLevel;
        add(
                line,
                SeatSpec.of(top, (head, name) -> head)
                        .party("党组书记")
                        .heavy(4)
                        .head()
                        .elected());
        int below = line.county() > 0 ? Level.SECTION : Level.COUNTY;
        add(
                line,
                SeatSpec.of(below, (head, name) -> Naming.deputy(head))
                        .party("党组副书记")
                        .at(2));
        add(
                line,
                SeatSpec.of(below - 1, (head, name) -> Naming.deputy(head))
                        .party("党组成员")
                        .at(3));
        if (line.county() == 0)
            add(line, SeatSpec.of(below - 1, "政治部主任").party("党组成员").at(4).of("组织人事"));
    }

    private void township(Line line) {
        int branch = line.joined().isEmpty() ? 0 : 1;
        add(
                line,
                SeatSpec.of(Level.SECTION, (head, name) -> committee(name) + "书记")
                        .heavy(5)
                        .head()
                        .elected());
        add(
                line,
                SeatSpec.of(Level.SECTION, (head, name) -> mayor(name))
                        .party("党委副书记")
                        .heavy(4)
                        .at(2)
                        .elected());
        add(
                line,
                SeatSpec.of(Level.SECTION, (head, name) -> name.endsWith("街道") ? "人大工委主任" : "人大主席")
                        .at(3)
                        .elected());
        add(
                line,
                SeatSpec.of(Level.SECTION_DEPUTY, (head, name) -> committee(name) + "副书记")
                        .heavy(4)
                        .at(4)
                        .elected());
        add(
                line,
                SeatSpec.of(
                                Level.SECTION_DEPUTY,
                                (head, name) -> committee(name) + "委员、纪" + (name.endsWith("街道") ? "工委" : "委") + "书记")
                        .heavy(3)
                        .at(5)
                        .of("纪检监察")
                        .elected());
        add(
                line,
                SeatSpec.of(Level.SECTION_DEPUTY, (head, name) -> committee(name) + "委员、组织委员")
                        .heavy(3)
                        .at(6)
                        .of("组织人事")
                        .elected());
        add(
                line,
                SeatSpec.of(Level.SECTION_DEPUTY, (head, name) -> "副" + mayor(name))
                        .party("党委委员")
                        .at(7)
                        .elected()
                        .from(branch, false));
        add(
                line,
                SeatSpec.of(Level.SECTION_DEPUTY, (head, name) -> "副" + mayor(name))
                        .at(8)
                        .elected()
                        .open());
        if (branch == 1) {
            add(
                    line,
                    SeatSpec.of(Level.SECTION, (head, name) -> committee(name) + "书记")
                            .head()
                            .elected()
                            .from(1, true));
            add(
                    line,
                    SeatSpec.of(Level.SECTION, (head, name) -> mayor(name))
                            .party("党委副书记")
                            .at(2)
                            .elected()
                            .from(1, true));
        }
    }

    private static String committee(String name) {
        return name.endsWith("街道") ? "党工委" : "党委";
    }

    private static String mayor(String name) {
        return name.endsWith("街道") ? "办事处主任" : name.endsWith("乡") ? "乡长" : "镇长";
    }

    private void company(Line line) {
        add(line, SeatSpec.of(Level.COUNTY, "董事长").party("党委书记").heavy(4).head());
        add(
                line,
                SeatSpec.of(Level.COUNTY_DEPUTY, "董事、总经理")
                        .party("党委副书记")
                        .heavy(3)
                        .at(2));
        add(line, SeatSpec.of(Level.COUNTY_DEPUTY, "副总经理").party("党委委员").at(3));
        add(line, SeatSpec.of(Level.COUNTY_DEPUTY, "副总经理").at(4).open());
        add(line, SeatSpec.of(Level.COUNTY_DEPUTY, "纪委书记").party("党委委员").at(5).of("纪检监察"));
        if (!line.special().equals("-"))
            add(line, SeatSpec.of(Level.SECTION, line.special()).at(6).open());
    }

    private void college(Line line) {
        add(line, SeatSpec.of(Level.BUREAU_DEPUTY, "党委书记").heavy(5).head());
        add(
                line,
                SeatSpec.of(Level.BUREAU_DEPUTY, (head, name) -> "校长")
                        .party("党委副书记")
                        .heavy(5)
                        .at(2));
        add(line, SeatSpec.of(Level.COUNTY, "党委副书记、纪委书记").at(3).of("纪检监察"));
        add(line, SeatSpec.of(Level.COUNTY, "副校长").party("党委委员").at(4));
        add(line, SeatSpec.of(Level.COUNTY, "副校长").at(5).open());
        for (var each : List.of("组织部", "教务处"))
            add(
                    line,
                    SeatSpec.of(Level.COUNTY_DEPUTY, each.equals("组织部") ? "部长" : "处长")
                            .in(each, false));
        for (var each : List.of("农学院", "文学院"))
            add(line, SeatSpec.of(Level.COUNTY_DEPUTY, "院长").in(each, false));
    }

    private void sections(Line line) {
        if (line.county() > 0 || line.style().equals("市四套班子") || line.style().equals("高校")) return;
        var sections = line.sections();
        add(line, SeatSpec.of(subLevel(line, 0), "主任").in("办公室", false));
        if (sections.isEmpty()) return;
        for (int i = 0; i < Math.min(sections.size() > 6 ? 6 : 3, sections.size()); i++) {
            int branch = line.joined().isEmpty() ? 0 : i % (line.joined().size() + 1);
            add(
                    line,
                    SeatSpec.of(subLevel(line, 0), chief(sections.get(i)))
                            .in(sections.get(i), false)
                            .from(branch, false));
        }
        add(
                line,
                SeatSpec.of(subLevel(line, 1), "副" + chief(sections.getFirst()))
                        .in(sections.getFirst(), false)
                        .at(2));
    }

    private static int subLevel(Line line, int below) {
        int top = Math.min(line.today().headLevel, Level.COUNTY);
        return Math.max(Level.STAFF + 1, top - 2 - below);
    }

    static String chief(String section) {
        if (section.equals("政治部")
                || section.endsWith("办公室")
                || section.endsWith("中心")
                || section.endsWith("检察部")
                || section.endsWith("监督检查室")
                || section.endsWith("审查调查室")
                || section.endsWith("室")
                || section.endsWith("科") && section.endsWith("内科")) return "主任";
        return switch (section.charAt(section.length() - 1)) {
            case '科' -> "科长";
            case '处' -> "处长";
            case '部' -> "部长";
            case '庭' -> "庭长";
            case '局' -> "局长";
            case '队' -> "支队长";
            case '股' -> "股长";
            case '院' -> "院长";
            default -> "主任";
        };
    }

    /** Adds a seat that follows its institution through names and mergers. */
    void add(Line line, SeatSpec spec) {
        var units = line.branch(spec.branch());
        if (spec.dies()) units = units.subList(0, 1);
        var seat = new Seat(number++, spec.level(), line.county(), line.today().code, line.trade());
        shape(seat, spec);
        String last = "";
        for (int u = 0; u < units.size(); u++) {
            var unit = units.get(u);
            int begin = u == 0 ? unit.founded : Math.max(unit.founded, units.get(u - 1).abolished);
            for (int at : boundaries(unit, begin, spec)) {
                var name = unit.place.number() > 0 && line.style().equals("乡镇")
                        ? unitName(unit, at)
                        : unit.names.isEmpty() ? "" : unitName(unit, at);
                var title = title(spec, name, at);
                if ((unit.code + title).equals(last)) continue;
                last = unit.code + title;
                seat.stages.add(new Seat.Stage(at, List.of(post(seat, seat.stages.size(), 0, unit, spec, title, at))));
            }
        }
        if (spec.dies()) seat.closes = units.getFirst().abolished;
        particular(seat, line.today().names.getLast().printed());
        close(seat);
        line.seats().add(seat);
        all.add(seat);
    }

    private static void particular(Seat seat, String unit) {
        seat.women = unit.endsWith("妇女联合会") && seat.inTeam;
        seat.young = unit.startsWith("共青团") && seat.inTeam;
        seat.kept = unit.equals("澜江市委组织部") && !seat.staff;
    }

    private static List<Integer> boundaries(Draft unit, int begin, SeatSpec spec) {
        var at = new ArrayList<Integer>();
        at.add(begin);
        for (var each : unit.names) {
            int month = Months.of(each.from().firstDay());
            if (month > begin) at.add(month);
        }
        if (spec.functions().contains("纪检监察") && begin < DISPATCHED && unit.abolished > DISPATCHED) at.add(DISPATCHED);
        at.sort(null);
        return at;
    }

    private static String title(SeatSpec spec, String name, int at) {
        var title = spec.title().apply(Naming.head(name), name);
        if (title.equals("纪检监察")) return at < DISPATCHED ? "纪检组组长" : "派驻纪检监察组组长";
        return title;
    }

    static String unitName(Draft unit, int at) {
        var found = unit.names.getFirst().printed();
        for (var each : unit.names) if (Months.of(each.from().firstDay()) <= at) found = each.printed();
        return found;
    }

    Seat seat(Line line, int level, String home, SeatSpec spec) {
        var seat = new Seat(number++, level, line.county(), home, line.trade());
        shape(seat, spec);
        line.seats().add(seat);
        all.add(seat);
        return seat;
    }

    private static void shape(Seat seat, SeatSpec spec) {
        seat.staff = spec.staff();
        seat.principal = spec.principal();
        seat.nonParty = spec.nonParty();
        seat.inTeam = spec.inTeam();
        seat.termed = spec.termed();
        seat.weight = spec.weight();
    }

    CityPost post(Seat seat, int stage, int slot, Draft unit, SeatSpec spec, String title, int from) {
        boolean leading = spec.level() >= Level.SECTION_DEPUTY && !spec.staff();
        return new CityPost(
                "P%05d%c%d".formatted(seat.number, (char) ('a' + stage), slot),
                seat.number,
                unit.code,
                title,
                spec.partyTitle(),
                spec.section(),
                Level.code(spec.level()),
                leading,
                spec.principal(),
                spec.inTeam(),
                spec.order(),
                spec.weight() >= 4
                        ? "关键"
                        : spec.weight() == 3 || !spec.functions().isEmpty() && leading ? "重要" : "一般",
                spec.weight(),
                spec.functions(),
                management(spec.level(), unit),
                spec.termed(),
                qualification(spec, title),
                Months.date(from),
                null);
    }

    private static String management(int level, Draft unit) {
        if (level >= Level.BUREAU_DEPUTY) return "省管";
        if (level >= Level.COUNTY_DEPUTY) return "市管";
        if (unit.place.number() > 0) return "县管";
        return level >= Level.SECTION ? "备案" : "单位管理";
    }

    private static String qualification(SeatSpec spec, String title) {
        if (title.startsWith("总")) return "具有相应专业高级职称，从事本专业工作十年以上";
        if (spec.functions().contains("审计")) return "熟悉财政、审计业务，具有审计、会计类中级以上职称者优先";
        if (spec.principal() && spec.level() >= Level.COUNTY) return "一般应具有下一级两个以上职位任职的经历，熟悉本行业全面工作";
        if (spec.level() == Level.COUNTY_DEPUTY) return "具有五年以上工龄和两年以上基层工作经历";
        return "";
    }

    /** Each post is closed when the next stage of its seat opens. */
    static void close(Seat seat) {
        for (int i = 0; i < seat.stages.size(); i++) {
            int end = i + 1 < seat.stages.size() ? seat.stages.get(i + 1).from() : seat.closes;
            if (end == Seat.NEVER) continue;
            var stage = seat.stages.get(i);
            var posts = stage.posts().stream().map(each -> closed(each, end)).toList();
            seat.stages.set(i, new Seat.Stage(stage.from(), posts));
        }
    }

    private static CityPost closed(CityPost post, int end) {
        return new CityPost(
                post.code(),
                post.seat(),
                post.unit(),
                post.title(),
                post.partyTitle(),
                post.section(),
                post.level(),
                post.leading(),
                post.principal(),
                post.inTeam(),
                post.order(),
                post.tier(),
                post.weight(),
                post.functions(),
                post.management(),
                post.termed(),
                post.qualification(),
                post.opened(),
                Months.date(end));
    }
}
