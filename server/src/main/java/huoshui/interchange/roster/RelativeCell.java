package huoshui.interchange.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell about one relative of the person: which of them, and what of them. 家庭成员单元
 *
 * @param place from 1 as the form counts; 0 for the one this row is about, where each relative has a row
 */
public record RelativeCell(int place, Part part) {

    public static final int MOST = 30;

    /** What is said of a relative, as the form has it. 家庭成员栏目 */
    public enum Part {
        RELATION("relation", "称谓", "称谓|与本人关系|与干部关系|亲属关系|关系|亲属称谓"),
        NAME("name", "姓名", "姓名|名字"),
        BIRTH("birth", "出生年月", "出生年月|出生日期|出生时间|出生年月日|生日"),
        PARTY("party", "政治面貌", "政治面貌|政治面目|面貌"),
        POST("post", "工作单位及职务", "工作单位及职务|单位及职务|单位职务|工作单位职务|工作单位|单位|现任职务|工作单位及职务职业|职务");

        private final String word;
        private final String title;
        private final String headings;

        Part(String word, String title, String headings) {
            this.word = word;
            this.title = title;
            this.headings = headings;
        }

        public String title() {
            return title;
        }
    }

    private static final Pattern CODE = Pattern.compile("relative:(\\d{1,2}):([a-z]+)");
    private static final String FAMILY = "(?:家庭(?:主要)?成员(?:及(?:重要|主要)?社会关系)?|家庭成员情况|亲属|家属|主要社会关系)";
    private static final String PLACE = "(?:第?(\\d{1,2}|[一二三四五六七八九十]{1,2})(?:人|位|名)?)";
    private static final Pattern BEFORE = Pattern.compile(FAMILY + "(?:情况|信息)?" + PLACE + "?的?(.+)");
    private static final Pattern AFTER = Pattern.compile(FAMILY + "?(\\p{IsHan}+?)(\\d{1,2})");
    private static final String NUMERALS = "一二三四五六七八九十";

    public static Optional<RelativeCell> of(String code) {
        var found = CODE.matcher(code);
        if (!found.matches() || Integer.parseInt(found.group(1)) > MOST) return Optional.empty();
        return Arrays.stream(Part.values())
                .filter(each -> each.word.equals(found.group(2)))
                .findFirst()
                .map(each -> new RelativeCell(Integer.parseInt(found.group(1)), each));
    }

    public static boolean is(String code) {
        return of(code).isPresent();
    }

    /** A heading that says by itself that it is about a relative: 家庭成员1姓名, 家庭主要成员称谓, 称谓2. */
    static Optional<RelativeCell> headed(String plain) {
        var before = BEFORE.matcher(plain);
        if (before.matches()) {
            int place = before.group(1) == null ? 0 : numeral(before.group(1));
            return part(before.group(2)).map(each -> new RelativeCell(place, each));
        }
        var after = AFTER.matcher(plain);
        if (after.matches()) {
            int place = numeral(after.group(2));
            return place == 0 || place > MOST
                    ? Optional.empty()
                    : part(after.group(1)).map(each -> new RelativeCell(place, each));
        }
        return plain.equals("称谓") || plain.equals("与本人关系") || plain.equals("与干部关系") || plain.equals("亲属称谓")
                ? Optional.of(new RelativeCell(0, Part.RELATION))
                : Optional.empty();
    }

    /** What this heading says where it is known to be about a relative. */
    static Optional<Part> part(String plain) {
        return Arrays.stream(Part.values())
                .filter(each -> List.of(each.headings.split("\\|")).contains(plain))
                .findFirst();
    }

    private static int numeral(String text) {
        if (Character.isDigit(text.charAt(0))) return Integer.parseInt(text);
        if (text.equals("十")) return 10;
        return text.startsWith("十") ? 10 + NUMERALS.indexOf(text.charAt(1)) + 1 : NUMERALS.indexOf(text.charAt(0)) + 1;
    }

    public RelativeCell at(int other) {
        return new RelativeCell(other, part);
    }

    public String code() {
        return "relative:" + place + ":" + part.word;
    }

    public String title() {
        return "家庭成员" + (place == 0 ? "" : place) + part.title;
    }
}
