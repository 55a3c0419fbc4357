package huoshui.demo;

import huoshui.demo.Cadre.Grade;
import huoshui.demo.Cadre.Honour;
import huoshui.demo.Cadre.Sanction;
import java.util.ArrayList;
import java.util.List;

/** Grades, rewards and sanctions. 考核与奖惩 */
final class Deeds {

    private static final String[] REASONS = {"履行安全生产监管职责不力", "违反中央八项规定精神", "项目资金监管不到位", "信访工作处置不当", "违反工作纪律"};

    private Deeds() {}

    static List<Grade> grades(Life life) {
        var grades = new ArrayList<Grade>();
        boolean office = life.trade.ranked();
        for (int i = 0; i < life.grades.length; i++) {
            switch (life.grades[i]) {
                case 1 -> grades.add(new Grade(1985 + i, "1", "优秀"));
                case 2 -> grades.add(new Grade(1985 + i, office ? "2" : "2B", office ? "称职" : "合格"));
                case 3 -> grades.add(new Grade(1985 + i, office ? "3" : "3B", office ? "基本称职" : "基本合格"));
                case 5 -> grades.add(new Grade(1985 + i, "5A", "不定等次"));
                default -> {}
            }
        }
        return grades;
    }

    static List<Honour> honours(Life life, int end) {
        var honours = new ArrayList<Honour>();
        var dice = life.dice.fork("honours");
        int row = 0;
        var by = life.region > 0
                ? Outside.county(life.region) + "委、"
                        + Outside.county(life.region).charAt(2) + "政府"
                : "澜江市委、市政府";
        for (int i = 0; i < life.grades.length; i++) {
            row = life.grades[i] == 1 ? row + 1 : 0;
            int on = Months.of(1985 + i + 1, 3 + dice.below(3));
            if (1985 + i < 2008 || on >= Math.min(end, life.left)) continue;
            if (row > 0 && row % 3 == 0)
                honours.add(new Honour(Months.date(on), "01114", "记三等功", by, life.region > 0 ? "107" : "105"));
            else if (life.grades[i] == 1 && dice.chance(0.4))
                honours.add(new Honour(Months.date(on), "01115", "嘉奖", by, life.region > 0 ? "107" : "105"));
        }
        if (dice.chance(0.05) && life.entered + 72 < Math.min(end, life.left)) {
            int on = life.entered + 60 + dice.below(Math.max(1, Math.min(end, life.left) - life.entered - 60));
            honours.add(new Honour(
                    Months.date(on),
                    "01111B",
                    dice.pick("授予“全省防汛抗旱先进个人”称号", "授予“全省脱贫攻坚先进个人”称号", "授予“全省先进工作者”称号"),
                    "岭川省委、省政府",
                    "104A"));
            honours.sort(java.util.Comparator.comparing(Honour::on));
        }
        return honours;
    }

    static List<Sanction> sanctions(Life life, int end) {
        var dice = life.dice.fork("sanctions");
        if (life.sanctioned == 0 && (life.entered > end - 40 || !dice.chance(0.02))) return List.of();
        int last = Math.min(end, life.left) - 1;
        int on =
                life.sanctioned > 0 ? end - life.sanctioned : Math.max(life.entered + 24, last - dice.between(20, 150));
        boolean party = life.party(on);
        int kind = dice.weighted(3, 2, 1, party ? 4 : 0, party ? 2 : 0);
        var words = new String[] {"政务警告处分", "政务记过处分", "政务记大过处分", "党内警告处分", "党内严重警告处分"};
        var codes = new String[] {"02110", "02112", "02113", "02250", "02251"};
        int[] months = {6, 12, 18, 12, 18};
        var by = life.region > 0 ? Outside.county(life.region) + "纪委监委" : "澜江市纪委监委";
        return List.of(new Sanction(
                Months.date(on),
                codes[kind],
                words[kind],
                by,
                REASONS[dice.below(REASONS.length)],
                Months.date(on + months[kind])));
    }

    /** Where someone who was transferred out went. */
    static String destination(Life life) {
        var dice = life.dice.fork("destination");
        return life.level >= Level.COUNTY
                ? dice.pick("岭川省水利厅二级巡视员", "云泽市委常委", "岭川省国有资产监督管理委员会副主任")
                : dice.pick("岭川省财政厅干部", "岭川省发展和改革委员会干部", "云泽市农业农村局干部", "岭川省交通运输厅干部");
    }
}
