package huoshui.interchange.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What headings are called, in whatever wording. 表头同义词 */
public final class Headings {

    private static final Map<String, String> WORDS = words();
    private static final Pattern GRADE = Pattern.compile("(\\d{4})年?度?(?:年度)?考核(?:结果|等次|情况|等级)?");
    private static final Pattern OTHERS = Pattern.compile("配偶|父|母|子女|爱人|联系人|家属|家庭|介绍人|填表|经办|原任|原单位|曾任");
    private static final int SHORTEST = 2;

    private Headings() {}

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Headings.class.getResourceAsStream("/rosters/synonyms.tsv")),
                StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var parts = line.split("\t", 2);
                if (parts.length < 2) continue;
                for (var word : parts[1].split(" ")) {
                    var other = words.putIfAbsent(plain(word), parts[0]);
                    if (other != null && !other.equals(parts[0]))
                        throw new IllegalStateException(word + " means " + other + " and " + parts[0]);
                }
            }
            return Map.copyOf(words);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without blanks and signs, half-width: how headings are compared. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The column of exactly this wording. */
    static Optional<String> exactly(String heading) {
        var plain = plain(heading);
        var found = WORDS.get(plain);
        if (found != null) return Optional.of(found);
        var relative = RelativeCell.headed(plain);
        if (relative.isPresent()) return relative.map(RelativeCell::code);
        var grade = GRADE.matcher(plain);
        return grade.matches() ? Optional.of("grade:" + grade.group(1)) : Optional.empty();
    }

    /** The column it probably means: the longest known wording within it; never of somebody else than the person. */
    static Optional<String> probably(String heading) {
        var plain = plain(heading);
        if (OTHERS.matcher(plain).find() || plain.length() > 40) return Optional.empty();
        String best = null;
        for (var word : WORDS.keySet()) {
            if (word.length() < SHORTEST || !(plain.endsWith(word) || plain.startsWith(word))) continue;
            if (best == null || word.length() > best.length()) best = word;
        }
        return best == null
                ? Optional.empty()
                : Optional.ofNullable(WORDS.get(best)).filter(each -> !each.equals("n"));
    }
}
