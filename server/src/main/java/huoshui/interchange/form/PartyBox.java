package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the box 入党时间 says: when the person joined the Communist Party, and which other parties. 入党时间栏
 *
 * @param joined when joined; null when not a member or not said
 * @param parties democratic parties by their short names; or {@code 无党派}; words we do not know stay as they stand
 * @param unread what is neither a date nor a party; a second date stands here too
 */
public record PartyBox(@Nullable PartialDate joined, List<String> parties, List<String> unread) {

    private static final int MOST = 8;
    public static final String NONE = "无党派";
    private static final Map<String, String> SHORT = new LinkedHashMap<>();
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}年?[春夏秋冬初中底]|\\d{4}\\s*[.\\-/年]\\s*\\d{1,2}(?:\\s*[.\\-/月]\\s*\\d{1,2})?\\s*[月日]?|\\d{8}|\\d{6}|\\d{4}年?");

    /** What a date in this box says anyway. */
    private static final Pattern MEMBER = Pattern.compile("(?:加入)?(?:中国共产党|中共)?(?:正式)?(?:党员)?|入党");

    private static final Pattern MEMBER_OF = Pattern.compile("(?:党员|盟员|会员|社员|成员)$");

    static {
        SHORT.put("中国国民党革命委员会", "民革");
        SHORT.put("中国民主同盟", "民盟");
        SHORT.put("中国民主建国会", "民建");
        SHORT.put("中国民主促进会", "民进");
        SHORT.put("中国农工民主党", "农工党");
        SHORT.put("农工民主党", "农工党");
        SHORT.put("中国致公党", "致公党");
        SHORT.put("台湾民主自治同盟", "台盟");
        for (var each : List.of("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", NONE)) SHORT.put(each, each);
        SHORT.put("农工", "农工党");
        SHORT.put("致公", "致公党");
        SHORT.put("九三", "九三学社");
        SHORT.put("无党派人士", NONE);
        SHORT.put("无党派民主人士", NONE);
    }

    public static PartyBox read(String text) {
        var plain =
                Normalizer.normalize(Blanks.trim(text), Normalizer.Form.NFKC).replace('。', '.');
        PartialDate joined = null;
        var unread = new ArrayList<String>();
        var dates = DATE.matcher(plain);
        var rest = new StringBuilder();
        while (dates.find()) {
            dates.appendReplacement(rest, ";");
            var date = FormDate.read(dates.group());
            if (date.isPresent() && joined == null) joined = date.get();
            else unread.add(dates.group());
        }
        dates.appendTail(rest);
        var parties = new LinkedHashSet<String>();
        for (var word : rest.toString().split("[;,、()\\[\\]【】〔〕/\\s.和]+", -1)) {
            if (word.isBlank()) continue;
            var known = known(word);
            if (known != null) parties.add(known);
            else if (joined != null && MEMBER.matcher(word).matches()) continue;
            else split(word).ifPresentOrElse(parties::addAll, () -> unread.add(word));
        }
        return new PartyBox(joined, List.copyOf(parties), List.copyOf(unread));
    }

    private static @Nullable String known(String word) {
        var known = SHORT.get(word);
        return known != null ? known : SHORT.get(MEMBER_OF.matcher(word).replaceFirst(""));
    }

    /** Party names run together: {@code 民盟民革}. */
    private static Optional<List<String>> split(String word) {
        var found = new ArrayList<String>();
        int at = 0;
        while (at < word.length()) {
            int from = at;
            var next = SHORT.keySet().stream()
                    .filter(name -> word.startsWith(name, from))
                    .max((a, b) -> Integer.compare(a.length(), b.length()));
            if (next.isEmpty()) return Optional.empty();
            found.add(SHORT.getOrDefault(next.get(), next.get()));
            at += next.get().length();
        }
        return Optional.of(found);
    }

    /** The parties and, kept visible among them, the words that are none. */
    List<String> words() {
        var words = new ArrayList<>(parties);
        unread.stream().filter(each -> !Character.isDigit(each.charAt(0))).forEach(words::add);
        return words;
    }

    /** As the file holds it: {@code 200203；民盟；民革}. */
    public String compact() {
        var parts = new ArrayList<String>();
        if (joined != null) parts.add(joined.compact());
        parts.addAll(parties);
        return String.join("；", parts);
    }

    /** As the form prints it: {@code 2002.03}, {@code 民盟、民革（2002.03）}, {@code （民盟）}, {@code 无党派}. */
    public String printed() {
        var names = String.join("、", parties);
        if (joined == null) return names.isEmpty() || names.equals(NONE) ? names : "（" + names + "）";
        return names.isEmpty() ? joined.printed() : names + "（" + joined.printed() + "）";
    }

    String says() {
        return compact() + unread;
    }

    static PartyBox read(String text, List<Problem> problems) {
        var box = read(text);
        for (var each : box.unread().subList(0, Math.min(MOST, box.unread().size()))) {
            boolean date = Character.isDigit(each.charAt(0));
            var code = date
                    ? (FormDate.read(each).isPresent() ? "party.second-date" : "date.impossible")
                    : "party.unknown";
            var what = date ? (FormDate.read(each).isPresent() ? "是第二个时间" : "在历法上不存在") : "既不是时间，也不是民主党派或“无党派”";
            var field = date ? "partyJoined" : "parties";
            var severity = date && box.joined() == null ? Problem.Severity.ERROR : Problem.Severity.WARNING;
            problems.add(new Problem(
                    severity,
                    field,
                    code,
                    "读取“入党时间”：其中的“" + FormDate.shortened(each) + "”" + what + "；请按“200203；民盟”的形式改正。"));
        }
        return box;
    }
}
