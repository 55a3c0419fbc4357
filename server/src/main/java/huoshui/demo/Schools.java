package huoshui.demo;

import huoshui.demo.Cadre.Schooling;
import java.util.ArrayList;
import java.util.List;

/** Where people studied, full time and beside their work. 学历学位 */
final class Schools {

    private static final String[][] FIELDS = {
        {"水利水电工程", "工学", "08"},
        {"土木工程", "工学", "08"},
        {"农学", "农学", "09"},
        {"林学", "农学", "09"},
        {"汉语言文学", "文学", "05"},
        {"法学", "法学", "03"},
        {"思想政治教育", "法学", "03"},
        {"会计学", "管理学", "11"},
        {"行政管理", "管理学", "11"},
        {"公共事业管理", "管理学", "11"},
        {"经济学", "经济学", "02"},
        {"金融学", "经济学", "02"},
        {"计算机科学与技术", "工学", "08"},
        {"数学与应用数学", "理学", "07"},
        {"城乡规划", "工学", "08"},
        {"社会学", "法学", "03"},
        {"环境工程", "工学", "08"},
        {"历史学", "历史学", "06"},
        {"教育学", "教育学", "04"},
        {"新闻学", "文学", "05"}
    };
    private static final String[] UNIVERSITIES = {
        "岭川大学", "岭川师范大学", "岭川农业大学", "岭川财经大学", "西川理工大学", "岭川民族大学", "岭川理工大学", "东麓大学", "南屿大学", "北原交通大学"
    };
    private static final String[][] COLLEGES = {
        {"澜江师范专科学校", "汉语言文学"},
        {"澜江师范专科学校", "思想政治教育"},
        {"岭川水利水电专科学校", "水利水电工程"},
        {"岭川财贸专科学校", "会计学"},
        {"岭川警官专科学校", "法律"},
        {"云泽师范专科学校", "数学教育"},
        {"岭川农业大学", "农业经济管理"}
    };
    private static final String[][] MIDDLES = {
        {"澜江师范学校", "普通师范"},
        {"澜江农业学校", "农学"},
        {"澜江卫生学校", "公共卫生"},
        {"岭川水利学校", "水利工程"},
        {"岭川财经学校", "财务会计"},
        {"澜江林业学校", "林业"}
    };

    private final Life life;
    private final int until;
    private final Dice dice;
    private final String[] field;
    private final List<Schooling> rows = new ArrayList<>();

    private Schools(Life life, int until) {
        this.life = life;
        this.until = until;
        this.dice = life.dice.fork("school");
        this.field = field(life, dice);
    }

    static List<Schooling> of(Life life, int until) {
        var schools = new Schools(life, until);
        schools.fullTime();
        schools.beside();
        return schools.flagged();
    }

    private static String[] field(Life life, Dice dice) {
        if (life.trade == Trade.HOSPITAL) return new String[] {"临床医学", "医学", "10"};
        if (life.trade == Trade.COURT || life.trade == Trade.POLICE && dice.chance(0.5)) return FIELDS[5];
        return FIELDS[dice.below(FIELDS.length)];
    }

    static int graduation(Life life) {
        int year = Months.year(life.workStart);
        return Months.of(Months.inYear(life.workStart) >= 7 ? year : year - 1, 7);
    }

    private void fullTime() {
        int end = graduation(life);
        switch (fullTimeDegree(life)) {
            case 1 -> first("中专", "41", end, MIDDLES);
            case 2 -> first("大专", "31", end, COLLEGES);
            case 3 -> bachelor(end);
            case 4 -> {
                bachelor(end - 36);
                master(end, end - 34);
            }
            case 5 -> {
                bachelor(end - 72);
                master(end - 36, end - 70);
                row(
                        true,
                        "研究生",
                        "11",
                        field[1] + "博士",
                        doctor(),
                        end - 34,
                        end,
                        UNIVERSITIES[dice.below(5)],
                        field[0],
                        3);
            }
            default -> row(true, "高中", "61", "", "", end - 34, end, "", "", 3);
        }
    }

    /** Those from outside studied on beside their work. */
    static int fullTimeDegree(Life life) {
        return life.entry == Life.Entry.TRANSFER ? Math.min(life.degree, 3) : life.degree;
    }

    private void first(String level, String code, int end, String[][] schools) {
        var school = schools[dice.below(schools.length)];
        row(true, level, code, "", "", end - 34, end, school[0], school[1], 3);
    }

    private void bachelor(int end) {
        row(true, "大学", "21", field[1] + "学士", bachelorCode(), end - 46, end, dice.pick(UNIVERSITIES), field[0], 4);
    }

    private void master(int end, int from) {
        boolean abroad = dice.chance(0.05);
        row(
                true,
                "研究生",
                "11",
                field[1] + "硕士",
                "3" + bachelorCode().substring(1),
                from,
                end,
                abroad ? dice.pick("英国北岸大学", "澳大利亚南港大学", "法国莱桥大学") : dice.pick(UNIVERSITIES),
                field[0],
                3);
    }

    private String bachelorCode() {
        return "4"
                + switch (field[1]) {
                    case "经济学" -> "02";
                    case "法学" -> "03";
                    case "教育学" -> "04";
                    case "文学" -> "05";
                    case "历史学" -> "06";
                    case "理学" -> "07";
                    case "工学" -> "08";
                    case "农学" -> "09";
                    case "医学" -> "10";
                    default -> "12";
                };
    }

    private String doctor() {
        return "2" + bachelorCode().substring(1);
    }

    private void beside() {
        int from = Months.of(Months.year(life.workStart) + dice.between(2, 9), 9);
        int has = fullTimeDegree(life);
        if (has <= 1 && dice.chance(0.82)) {
            row(
                    false,
                    "大专",
                    "31",
                    "",
                    "",
                    from,
                    from + 34,
                    dice.pick("澜江师范专科学校（函授）", "岭川广播电视大学", "岭川省委党校函授学院"),
                    dice.pick("行政管理", "经济管理", "法律", "汉语言文学"),
                    3);
            from += 48;
            has = 2;
        }
        if (has == 2 && dice.chance(0.72)) {
            if (dice.chance(0.5))
                row(false, "中央党校大学", "2A", "", "", from, from + 28, "中央党校函授学院", dice.pick("法律", "经济管理", "行政管理"), 2.5);
            else
                row(
                        false,
                        "大学",
                        "21",
                        "",
                        "",
                        from,
                        from + 34,
                        dice.pick("岭川大学（自学考试）", "岭川师范大学（函授）", "岭川农业大学（函授）"),
                        dice.pick("行政管理", "汉语言文学", "法学", "农学"),
                        3);
            from += 60;
            has = 3;
        }
        if (has != 3 || life.level == 0 && dice.chance(0.5)) return;
        if (dice.chance(0.34))
            row(
                    false,
                    "省（区、市）委党校研究生",
                    "1B",
                    "",
                    "",
                    from,
                    from + 34,
                    "岭川省委党校",
                    dice.pick("公共管理", "经济管理", "党的建设", "法学理论"),
                    3);
        else if (dice.chance(0.2))
            row(false, "", "", "公共管理硕士", "349", from, from + 34, dice.pick("岭川大学", "岭川财经大学"), "公共管理", 3);
    }

    private void row(
            boolean full,
            String level,
            String code,
            String degree,
            String degreeCode,
            int from,
            int to,
            String school,
            String major,
            double years) {
        if (!full && (to >= until || from <= life.workStart)) return;
        rows.add(new Schooling(
                full,
                level,
                code,
                degree,
                degreeCode,
                Months.date(from),
                Months.date(to),
                school,
                major,
                years,
                false));
    }

    /** The last full-time and the last other row are the highest of their kind. */
    private List<Schooling> flagged() {
        var flagged = new ArrayList<Schooling>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            boolean last = rows.stream().skip(i + 1L).noneMatch(later -> later.fullTime() == row.fullTime());
            flagged.add(new Schooling(
                    row.fullTime(),
                    row.level(),
                    row.code(),
                    row.degree(),
                    row.degreeCode(),
                    row.from(),
                    row.to(),
                    row.school(),
                    row.major(),
                    row.years(),
                    last));
        }
        return flagged;
    }
}
