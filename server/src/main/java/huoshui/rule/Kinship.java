package huoshui.rule;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How near a relation of the family is, in steps of descent counted up to the common forebear and down again; kin by marriage are as
 * near as whoever they are married to, a spouse is nearer than all. 亲等
 *
 * <p>公务员回避规定 第五条 names the relations that count: 直系血亲、三代以内旁系血亲、近姻亲 all lie within four steps.
 */
final class Kinship {

    private static final Map<Integer, Pattern> STEPS = Map.of(
            0, Pattern.compile("丈夫|妻子|配偶|爱人|夫|妻"),
            1, Pattern.compile("(继|养)?(父亲?|母亲?|父母)|(继|养|独生|长|次|[二三四五六])?(子|女)|儿子|女儿|其他(儿子|女儿)|女婿|儿媳|公公|婆婆|岳父|岳母"),
            2,
                    Pattern.compile(
                            "(配偶的)?外?祖(父母?|母)|外?孙(子|女)|孙媳妇?|外?孙女婿|哥哥?|弟弟?|姐姐?|妹妹?|兄弟姐妹|嫂子?|弟媳|弟妹|姐夫|妹夫|[夫妻](兄|弟|姐|妹)"),
            3, Pattern.compile("(配偶的)?曾祖(父母?|母)|外?曾孙(子|女)|伯父|伯母|叔父|叔叔|婶母|舅父|舅舅|舅母|姨父|姨母|姑父|姑母|(侄|外甥)(子|女)?"),
            4, Pattern.compile("[堂表](兄|弟|姐|妹|哥).*"));

    private Kinship() {}

    /** Empty for a word that names no nearness. */
    static OptionalInt steps(String relation) {
        var word = relation.strip();
        for (var each : STEPS.entrySet())
            if (each.getValue().matcher(word).matches()) return OptionalInt.of(each.getKey());
        return OptionalInt.empty();
    }
}
