package huoshui.demo;

import huoshui.demo.Cadre.Course;
import java.util.ArrayList;
import java.util.List;

/** Trainings of the last years: classes at the party school, hours on the network. 教育培训 */
final class Courses {

    private Courses() {}

    static List<Course> of(Life life, int end) {
        var courses = new ArrayList<Course>();
        var dice = life.dice.fork("courses");
        int until = Math.min(end, life.left - 1);
        for (int year = Math.max(2016, Months.year(life.entered)); year <= Months.year(until); year++) {
            if (year == Months.year(life.entered)) {
                int at = Math.min(life.entered + 2, until);
                if (year >= 2000) courses.add(course("新录用公务员初任培训班", at, "澜江市委组织部", 96, "1"));
                continue;
            }
            int at = Months.of(year, 3 + dice.below(8));
            if (at > until) break;
            int level = life.levelAt(at);
            if (level >= Level.COUNTY_DEPUTY && dice.chance(0.55))
                courses.add(course(
                        year <= 2023 ? "市管干部学习贯彻党的二十大精神轮训班" : "市管干部进修班", at, "澜江市委组织部", dice.between(4, 12) * 8, "2"));
            else if (level > 0 && dice.chance(0.35))
                courses.add(course(
                        dice.pick("科级干部任职培训班", "乡村振兴专题培训班", "数字化改革专题研讨班"), at, "澜江市委党校", dice.between(3, 6) * 8, "4"));
            else if (dice.chance(0.2)) courses.add(course("机关干部能力提升培训班", at, "澜江市直机关工委", 24, "4"));
            if (year >= 2018 && dice.chance(0.85) && Months.of(year, 12) <= until)
                courses.add(new Course(
                        year + "年度干部网络学院学习",
                        Months.date(Months.of(year, 1)),
                        Months.date(Months.of(year, 12)),
                        "澜江市委组织部",
                        "岭川干部网络学院",
                        dice.between(36, 70),
                        "4"));
        }
        return courses;
    }

    private static Course course(String name, int month, String host, int hours, String kind) {
        return new Course(name, Months.date(month), Months.date(month), host, "澜江市委党校", hours, kind);
    }
}
