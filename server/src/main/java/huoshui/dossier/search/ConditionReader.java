package huoshui.dossier.search;

import huoshui.dossier.search.Condition.All;
import huoshui.dossier.search.Condition.Any;
import huoshui.dossier.search.Condition.Criterion;
import huoshui.dossier.search.Condition.Member;
import huoshui.dossier.search.Condition.Not;
import huoshui.dossier.search.Condition.Test;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads conditions as the page writes them. 条件认读 */
public final class ConditionReader {

    private static final int MOST_TESTS = 200;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200;
    private static final int MOST_WRITTEN = 4000;

    private ConditionReader() {}

    /**
     * Null where nothing is asked.
     *
     * @throws Refusal {@code bad-condition}, {@code unknown-op}
     */
    public static @Nullable Condition read(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) return null;
        var condition = read(node, 0);
        if (condition.leaves().count() > MOST_TESTS) throw bad("条件超过 " + MOST_TESTS + " 项");
        return condition;
    }

    private static Condition read(JsonNode node, int depth) {
        if (depth > DEEPEST) throw bad("括号超过 " + DEEPEST + " 层");
        if (node.has("all")) return new All(several(node.get("all"), depth));
        if (node.has("any")) return new Any(several(node.get("any"), depth));
        if (node.has("not")) return new Not(read(node.get("not"), depth + 1));
        if (node.has("cohort") && node.size() == 1) return new Member(name(node.get("cohort")));
        if (!node.has("field")) return criterion(node);
        if (!node.get("field").isString()) throw bad("条件缺少“条件项”");
        return new Test(
                node.get("field").stringValue(), Op.of(node.path("op").asString("")), values(node.path("value")));
    }

    private static List<Condition> several(JsonNode nodes, int depth) {
        if (!nodes.isArray()) throw bad("“且”“或”之下不是一组条件");
        var all = new ArrayList<Condition>();
        for (var each : nodes) all.add(read(each, depth + 1));
        return List.copyOf(all);
    }

    private static String name(JsonNode node) {
        var name = text(node);
        if (name.isEmpty()) throw bad("没有写明人群名称");
        return name;
    }

    /** What the room above reads; here only that it is something, and not a book. */
    private static Criterion criterion(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) throw bad("条件缺少“条件项”");
        var written = node.toString();
        if (written.length() > MOST_WRITTEN) throw bad("一项条件超过 " + MOST_WRITTEN + " 字");
        return new Criterion(written);
    }

    private static List<String> values(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) return List.of();
        if (!value.isArray()) return List.of(text(value));
        var all = new ArrayList<String>();
        for (var each : value) all.add(text(each));
        return List.copyOf(all);
    }

    private static String text(JsonNode value) {
        if (!value.isValueNode()) throw bad("条件值不是文字、数字或是非");
        var text = value.asString().strip();
        if (text.length() > LONGEST) throw bad("条件值超过 " + LONGEST + " 字");
        return text;
    }

    private static Refusal bad(String what) {
        return Refusal.input("bad-condition", "未检索：" + what + "。请在条件栏中改正后再查。");
    }
}
