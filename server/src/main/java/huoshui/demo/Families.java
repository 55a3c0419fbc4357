package huoshui.demo;

import huoshui.demo.Cadre.Kin;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Family members in the official order; those who are cadres of the city themselves are the same people there. 家庭成员 */
final class Families {

    private static final Names NAMES = new Names();
    private static final String[] WORK = {
        "澜江市第一小学教师",
        "隆川县人民医院护士",
        "澜江电力公司职工",
        "澜江农村商业银行职员",
        "自由职业",
        "个体工商户",
        "澜江茶业有限公司员工",
        "永昭县石桥镇中心学校教师",
        "务农",
        "澜江学院讲师"
    };

    private final Life life;
    private final long seed;
    private final Biography told;
    private final int end;
    private final Dice dice;
    private final List<Kin> kin = new ArrayList<>();

    private Families(Life life, long seed, Biography told, int end) {
        this.life = life;
        this.seed = seed;
        this.told = told;
        this.end = end;
        this.dice = life.dice.fork("family");
    }

    static List<Kin> of(Life life, long seed, Biography told, int end) {
        var family = new Families(life, seed, told, end);
        family.spouse();
        family.children();
        family.parents();
        return family.kin;
    }

    private void spouse() {
        var spouse = life.spouse;
        var relation = life.male ? "妻子" : "丈夫";
        if (spouse != null) {
            kin.add(known(relation, spouse));
            return;
        }
        if (life.age(end) < 27 || !dice.chance(0.93)) return;
        int birth = life.birth + (life.male ? dice.between(-12, 54) : dice.between(-54, 12));
        kin.add(made(
                relation,
                NAMES.surname(dice) + NAMES.given(dice, !life.male, Months.year(birth)),
                birth,
                WORK[dice.below(WORK.length)]));
    }

    private void children() {
        var own = life.child;
        if (own != null) kin.add(known(own.male ? "儿子" : "女儿", own));
        if (life.age(end) < 29 || own != null && dice.chance(0.6) || kin.isEmpty()) return;
        var surname = life.male
                ? Names.familyName(life.name)
                : Names.familyName(kin.getFirst().name());
        int count = dice.weighted(8, 66, 26);
        int birth = life.birth + dice.between(25, 31) * 12;
        for (int i = 0; i < count; i++, birth += dice.between(24, 80)) {
            if (birth > end - 2) break;
            boolean boy = dice.chance(0.52);
            int age = (end - birth) / 12;
            var relation = count == 1 ? boy ? "儿子" : "女儿" : boy ? (i == 0 ? "长子" : "次子") : i == 0 ? "长女" : "次女";
            kin.add(made(
                    relation,
                    surname + NAMES.given(dice, boy, Months.year(birth)),
                    birth,
                    age < 6 ? "学龄前" : age < 18 ? "学生" : age < 23 ? "岭川大学学生" : WORK[dice.below(WORK.length)]));
        }
    }

    private void parents() {
        var father = life.parent;
        int birth = life.birth - dice.between(24, 32) * 12;
        if (father != null) kin.add(known("父亲", father));
        else kin.add(elder("父亲", Names.familyName(life.name) + NAMES.given(dice, true, Months.year(birth)), birth));
        int hers = birth + dice.between(-12, 40);
        kin.add(elder("母亲", NAMES.surname(dice) + NAMES.given(dice, false, Months.year(hers)), hers));
    }

    private Kin elder(String relation, String name, int birth) {
        int age = (end - birth) / 12;
        var post = dice.pick("隆川县供销社职工", "澜江市第二小学教师", "务农", "澜江地区水泥厂工人", "永昭县石桥镇务农");
        if (age > 68 && dice.chance((age - 66) / 32.0)) return made(relation, name, birth, post + "（已去世）");
        return made(relation, name, birth, post.endsWith("务农") || age < 58 ? post : post + "（已退休）");
    }

    private Kin known(String relation, Life other) {
        var politics =
                other.party(Math.min(other.left, end)) ? "中共党员" : other.democratic.isEmpty() ? "群众" : other.democratic;
        return new Kin(
                relation,
                other.name,
                Months.date(other.birth),
                politics,
                told.lastPost(other),
                Biography.id(seed, other.number));
    }

    private Kin made(String relation, String name, int birth, String post) {
        int age = (end - birth) / 12;
        var politics = age < 14 ? "群众" : age < 24 ? dice.pick("共青团员", "群众") : dice.chance(0.32) ? "中共党员" : "群众";
        @Nullable PartialDate when = dice.chance(0.02) ? PartialDate.year(Months.year(birth)) : Months.date(birth);
        return new Kin(relation, name, when, politics, post, null);
    }
}
