package huoshui.interchange.form;

import java.util.Set;
import java.util.regex.Pattern;

/** The words the boxes are filled from; GB/T 3304, 4761, 4762 and the 学历 list by name. 用词表 */
final class Vocabulary {

    static final Set<String> ETHNICITIES = words(
            "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 其他 外国血统 外国民族 加入中国籍的外国人");

    static final Set<String> STATUSES = words(
            "中共党员 中共预备党员 预备党员 党员 共青团员 团员 少先队员 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 民革党员 民革会员 民盟盟员 民建会员 民进会员 农工党党员 致公党党员 九三学社社员 台盟盟员 无党派 无党派人士 无党派民主人士 群众 学龄前 无");

    private static final Set<String> LEVELS = words(
            "研究生教育 研究生 博士研究生 硕士研究生 研究生班 本科教育 大学 本科 大学本科 双学位 专科教育 大专 专科 大学专科 大学普通班 中等专科 中专 中师 中技 技校 高职 职高 职业高中 高中 初中 小学 党校研究生 党校大学 党校大专");
    private static final int LONGEST_LEVEL = 60;
    private static final Pattern SUFFIX = Pattern.compile("(?:结业|肄业|毕业|在读|学历|教育|（.*）|\\(.*\\))$");
    private static final Pattern PARTY_SCHOOL = Pattern.compile("^(?:中央|中共中央|.{0,12}委|.{0,8}省|.{0,8}市)?党校");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+");

    private Vocabulary() {}

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }

    static boolean code(String text) {
        return CODE.matcher(text).matches();
    }

    static boolean knowsLevel(String text) {
        if (text.length() > LONGEST_LEVEL) return false;
        var word = text;
        for (var shorter = cut(word); !shorter.equals(word); shorter = cut(word)) word = shorter;
        return LEVELS.contains(word) || LEVELS.contains(text);
    }

    private static String cut(String word) {
        var shorter = Blanks.trim(SUFFIX.matcher(word).replaceFirst(""));
        if (shorter.isEmpty()) return word;
        var plain = PARTY_SCHOOL.matcher(shorter).replaceFirst("");
        return plain.isEmpty() ? shorter : plain;
    }

    static boolean partySchool(String text) {
        return text.contains("党校");
    }
}
