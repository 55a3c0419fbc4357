package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seats of the four leading teams of the city and of a county, many of them in two units at once. 四套班子席位 */
final class CommitteeSeats {

    private final Seats seats;
    private final Line line;
    private final List<Draft> units;
    private final Map<String, Draft> offices;

    /** The title one seat has in one of the units. */
    private record Slot(Draft unit, String title, String partyTitle, boolean principal) {

        Slot first() {
            return new Slot(unit, title, partyTitle, true);
        }
    }

    private CommitteeSeats(Seats seats, Line line, Map<String, Draft> offices) {
        this.offices = offices;
        this.seats = seats;
        this.line = line;
        this.units = line.main();
    }

    static void city(Seats seats, Line line, Map<String, Draft> offices) {
        var plan = new CommitteeSeats(seats, line, offices);
        plan.seat(Level.BUREAU, spec(5).head(), plan.slot(0, "书记").first());
        plan.seat(
                Level.BUREAU,
                spec(5).at(2),
                plan.slot(0, "副书记"),
                plan.slot(2, "市长", "党组书记").first());
        plan.seat(Level.BUREAU_DEPUTY, spec(5).at(3), plan.slot(0, "副书记"));
        plan.standing();
        plan.seat(Level.BUREAU_DEPUTY, spec(5).at(5), plan.slot(0, "常委"), plan.slot(2, "常务副市长", "党组副书记"));
        for (int i = 0; i < 4; i++) plan.seat(Level.BUREAU_DEPUTY, spec(4).at(6 + i), plan.slot(2, "副市长", "党组成员"));
        plan.seat(Level.BUREAU_DEPUTY, spec(3).at(10).open(), plan.slot(2, "副市长"));
        plan.seat(Level.COUNTY, spec(4).at(11), plan.slot(2, "秘书长", "党组成员"));
        plan.assemblies(Level.BUREAU, "市", 5);
    }

    static void county(Seats seats, Line line, Map<String, Draft> offices) {
        var plan = new CommitteeSeats(seats, line, offices);
        var district = line.today().place.name().endsWith("区");
        var head = district ? "区长" : "县长";
        plan.seat(Level.COUNTY, spec(5).head(), plan.slot(0, "书记").first());
        plan.seat(
                Level.COUNTY,
                spec(5).at(2),
                plan.slot(0, "副书记"),
                plan.slot(2, head, "党组书记").first());
        plan.seat(Level.COUNTY_DEPUTY, spec(5).at(3), plan.slot(0, "副书记"));
        plan.standing();
        plan.seat(Level.COUNTY_DEPUTY, spec(5).at(5), plan.slot(0, "常委"), plan.slot(2, "常务副" + head, "党组副书记"));
        for (int i = 0; i < 2; i++) plan.seat(Level.COUNTY_DEPUTY, spec(3).at(6 + i), plan.slot(2, "副" + head, "党组成员"));
        plan.seat(
                Level.COUNTY_DEPUTY, spec(4).at(8), plan.slot(2, "副" + head, "党组成员"), plan.office("公安局", "局长", "党委书记"));
        plan.seat(Level.COUNTY_DEPUTY, spec(3).at(9).open(), plan.slot(2, "副" + head));
        plan.assemblies(Level.COUNTY, "县", 3);
    }

    /** Members of the standing committee who head an office of the committee. */
    private void standing() {
        int level = line.county() == 0 ? Level.BUREAU_DEPUTY : Level.COUNTY_DEPUTY;
        seat(level, spec(4).at(4), slot(0, "常委"), office("纪委监委", "书记", ""));
        for (var each : List.of("组织部", "宣传部", "统战部")) seat(level, spec(4).at(5), slot(0, "常委"), office(each, "部长", ""));
        seat(level, spec(4).at(6), slot(0, "常委"), office("政法委员会", "书记", ""));
        if (line.county() == 0) seat(level, spec(4).at(7), slot(0, "常委、秘书长"));
        else seat(level, spec(4).at(7), slot(0, "常委"), office("办公室", "主任", ""));
    }

    private Slot office(String name, String title, String party) {
        var unit = offices.get(line.county() + name);
        if (unit == null) throw new IllegalStateException("no office " + name);
        return new Slot(unit, title, party, true);
    }

    private void assemblies(int top, String own, int deputies) {
        seat(top, spec(2).head(), slot(1, "主任", "党组书记").first());
        for (int i = 0; i < deputies; i++)
            seat(
                    top - 1,
                    i == deputies - 1 ? spec(2).at(2 + i).open() : spec(2).at(2 + i),
                    slot(1, "副主任", i == deputies - 1 ? "" : "党组成员"));
        seat(top, spec(2).head(), slot(3, "主席", "党组书记").first());
        for (int i = 0; i < deputies; i++)
            seat(
                    top - 1,
                    i >= deputies - 2 ? spec(2).at(2 + i).open() : spec(2).at(2 + i),
                    slot(3, "副主席", i >= deputies - 2 ? "" : "党组成员"));
        if (own.equals("市")) {
            seat(Level.COUNTY, spec(2).at(9), slot(1, "秘书长", "党组成员"));
            seat(Level.COUNTY, spec(2).at(9), slot(3, "秘书长", "党组成员"));
        }
    }

    private static SeatSpec spec(int weight) {
        return SeatSpec.of(Level.STAFF, "").heavy(weight).elected();
    }

    private Slot slot(int unit, String title) {
        return slot(unit, title, "");
    }

    private Slot slot(int unit, String title, String party) {
        return new Slot(units.get(unit), title, party, false);
    }

    private void seat(int level, SeatSpec plain, Slot... slots) {
        var last = slots[slots.length - 1];
        var function = last.unit().names.getLast().printed();
        var spec = new SeatSpec(
                level,
                plain.title(),
                "",
                "",
                plain.order(),
                plain.weight(),
                function.endsWith("组织部")
                        ? java.util.Set.of("组织人事")
                        : function.contains("纪委") ? java.util.Set.of("纪检监察") : java.util.Set.of(),
                slots[0].principal() || last.principal(),
                true,
                false,
                plain.nonParty(),
                true,
                0,
                false);
        var seat = seats.seat(line, level, last.unit().code, spec);
        var months = new java.util.TreeSet<Integer>();
        months.add(UnitTree.BEGIN);
        if (line.county() == 0) months.add(Place.CITY_FOUNDED);
        for (var own : line.today().place.names()) if (own.from() > UnitTree.BEGIN) months.add(own.from());
        var before = "";
        for (int at : months) {
            var posts = new ArrayList<CityPost>();
            for (int i = 0; i < slots.length; i++)
                posts.add(seats.post(
                        seat,
                        seat.stages.size(),
                        i,
                        slots[i].unit(),
                        spec.party(slots[i].partyTitle()).principal(slots[i].principal()),
                        titled(slots[i].title(), at),
                        at));
            var titles = posts.stream().map(CityPost::title).toList().toString();
            if (titles.equals(before)) continue;
            before = titles;
            seat.stages.add(new Seat.Stage(at, List.copyOf(posts)));
        }
        Seats.close(seat);
    }

    /** 市长 was 专员 in the prefecture; 区长 was 县长 and 市长 before. */
    private String titled(String title, int at) {
        var place = line.today().place;
        var then = place.letter(at);
        if (then.equals("地"))
            return title.replace("副市长", "副专员").replace("市长", "专员").replace("主席", "主任");
        if (then.equals("市") && place.number() > 0) return title.replace("区长", "市长");
        return then.equals("县") ? title.replace("区长", "县长") : title;
    }
}
