package huoshui.demo;

import java.util.List;

/** Study and training abroad of a few. 出国（境）经历 */
final class Stays {

    private Stays() {}

    static List<Cadre.Stay> of(Life life, int end) {
        var dice = life.dice.fork("stays");
        if (life.degree < 3 || !dice.chance(0.025)) return List.of();
        int from = life.entered + dice.between(30, 150);
        if (from + 6 > Math.min(end, life.left)) return List.of();
        var country = dice.pick("英国", "新加坡", "德国", "日本", "澳大利亚");
        return List.of(new Cadre.Stay(
                country,
                dice.pick("公共管理专题研修", "城市治理专题培训", "访问学者"),
                Months.date(from),
                Months.date(from + dice.between(1, 6))));
    }
}
