package huoshui.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which names somebody may have meant who wrote another. 相近的名称 */
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    /** The nearest first: those that share a word, then those that few letters part; none where none is near. */
    static List<String> of(String asked, Collection<String> names) {
        return names.stream()
                .filter(each -> shares(asked, each) || apart(asked, each) <= Math.max(2, asked.length() / 3))
                .sorted(Comparator.comparing((String each) -> apart(asked, each) - (shares(asked, each) ? 4 : 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** A word of four letters or more, in one or more. */
    private static boolean shares(String one, String other) {
        var words = Arrays.asList(other.split("-"));
        return Arrays.stream(one.split("-"))
                .filter(each -> each.length() >= 4)
                .anyMatch(each -> words.stream()
                        .anyMatch(word -> word.startsWith(each) || (word.length() >= 4 && each.startsWith(word))));
    }

    /** How many letters are to be put in, left out or changed. */
    static int apart(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j - 1], diagonal) + 1);
            }
        }
        return row[other.length()];
    }
}
