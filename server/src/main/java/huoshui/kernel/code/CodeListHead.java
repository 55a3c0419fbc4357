package huoshui.kernel.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commented first lines of a code list's file. 代码表说明
 *
 * @param excerpt beginnings of codes under which the file holds only a part; {@code *} for the whole list
 * @param alias {@code from=to}: another beginning by which the same codes are written; empty if there is none
 * @param byZeros whether parents are found by filling with zeros, two digits a level
 */
record CodeListHead(
        String id,
        String title,
        String standard,
        String source,
        List<String> excerpt,
        Optional<Map.Entry<String, String>> alias,
        boolean byZeros) {

    static CodeListHead of(Map<String, String> lines) {
        var excerpt = lines.getOrDefault("excerpt", "").strip();
        return new CodeListHead(
                lines.getOrDefault("list", ""),
                lines.getOrDefault("title", ""),
                lines.getOrDefault("standard", ""),
                lines.getOrDefault("source", ""),
                excerpt.isEmpty() ? List.of() : List.of(excerpt.split(" +", -1)),
                Optional.ofNullable(lines.get("alias")).map(CodeListHead::alias),
                "zeros".equals(lines.get("parent")));
    }

    private static Map.Entry<String, String> alias(String text) {
        int sign = text.indexOf('=');
        return Map.entry(text.substring(0, sign), text.substring(sign + 1));
    }

    Optional<String> withoutAlias(String code) {
        return alias.filter(each -> code.startsWith(each.getKey()))
                .map(each -> each.getValue() + code.substring(each.getKey().length()));
    }

    boolean judges(String code) {
        var own = withoutAlias(code).orElse(code);
        return excerpt.stream().noneMatch(each -> each.equals("*") || code.startsWith(each) || own.startsWith(each));
    }

    /** Codes that may be the parent, nearest first. */
    List<String> parentCodes(String code) {
        var found = new ArrayList<String>();
        if (byZeros) {
            for (int kept = code.length() - 2; kept > 0; kept -= 2) {
                var candidate = code.substring(0, kept) + "0".repeat(code.length() - kept);
                if (!candidate.equals(code)) found.add(candidate);
            }
            return found;
        }
        for (int kept = code.length() - 1; kept > 0; kept--) found.add(code.substring(0, kept));
        return found;
    }
}
