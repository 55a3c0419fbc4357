package huoshui.rule;

import huoshui.kernel.PartialDate;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file whose every part knows its line, so that what is wrong can be pointed at. 规则文件 */
public final class Sheet {

    /** From when a clause counts whose first day the register does not know. */
    static final LocalDate UNKNOWN_START = LocalDate.of(1949, 10, 1);

    private Sheet() {}

    /** Something wrong, and where. 差错 */
    public static final class Wrong extends RuntimeException {

        private final String file;
        private final int line;

        Wrong(String file, int line, String what) {
            super(what);
            this.file = file;
            this.line = line;
        }

        public String file() {
            return file;
        }

        public int line() {
            return line;
        }

        public String what() {
            return String.valueOf(getMessage());
        }

        /** rank.yaml 第 12 行：… */
        public String told() {
            return "%s 第 %d 行：%s".formatted(file, line, getMessage());
        }
    }

    public static Part read(String file, String text) {
        try {
            var node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (node == null) throw new Wrong(file, 1, "文件是空的");
            return new Part(file, node);
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            throw new Wrong(file, mark == null ? 1 : mark.getLine() + 1, "不是有效的 YAML：" + unreadable.getProblem());
        }
    }

    /** A node of the file. 一处 */
    public record Part(String file, Node node) {

        public int line() {
            return node.getStartMark().getLine() + 1;
        }

        public Wrong wrong(String what, Object... values) {
            return new Wrong(file, line(), what.formatted(values));
        }

        public boolean isText() {
            return node instanceof ScalarNode;
        }

        /** A key with nothing behind it. */
        public boolean isEmpty() {
            return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
        }

        public boolean isList() {
            return node instanceof SequenceNode;
        }

        public boolean isMap() {
            return node instanceof MappingNode;
        }

        public String text() {
            if (node instanceof ScalarNode scalar) return scalar.getValue().strip();
            throw wrong("此处应是文字");
        }

        public List<Part> list() {
            if (!(node instanceof SequenceNode sequence)) return List.of(this);
            var all = new ArrayList<Part>();
            for (var each : sequence.getValue()) all.add(new Part(file, each));
            return all;
        }

        /** Key by key, in the order written. */
        public Map<String, Part> map() {
            if (!(node instanceof MappingNode mapping)) throw wrong("此处应是若干“名称: 内容”");
            var all = new LinkedHashMap<String, Part>();
            for (var each : mapping.getValue()) {
                var key = new Part(file, each.getKeyNode());
                if (all.put(key.text(), new Part(file, each.getValueNode())) != null)
                    throw key.wrong("“%s”写了两次", key.text());
            }
            return all;
        }

        /** The same, refusing keys that mean nothing here. */
        public Map<String, Part> map(Set<String> known) {
            var all = map();
            all.forEach((key, part) -> {
                if (!known.contains(key)) throw part.wrong("不认识“%s”，此处可写：%s", key, String.join("、", known));
            });
            return all;
        }

        public LocalDate day() {
            try {
                return LocalDate.parse(text());
            } catch (DateTimeParseException impossible) {
                throw wrong("没有“%s”这一天，日期应写作 2019-06-01", text());
            }
        }

        /**
         * The first day on which something was surely in force: the day written; the day after a month or year, where no
         * more is known; the founding year's day where nothing is ({@code unknown} 不详).
         */
        public LocalDate since() {
            if (text().equals("unknown")) return UNKNOWN_START;
            if (!text().matches("\\d{4}(-\\d{2})?")) return day();
            return PartialDate.read(text())
                    .orElseThrow(() -> wrong("没有“%s”这个年月", text()))
                    .dayAfter();
        }

        public boolean yes() {
            return switch (text()) {
                case "true", "是", "yes" -> true;
                case "false", "否", "no" -> false;
                default -> throw wrong("“%s”应为 true 或 false", text());
            };
        }

        /** As it stands, on one line. */
        public String told() {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence ->
                    "[" + String.join(", ", list().stream().map(Part::nested).toList()) + "]";
                default ->
                    String.join(
                            ", ",
                            map().entrySet().stream()
                                    .map(each -> each.getKey() + ": " + nested(each.getValue()))
                                    .toList());
            };
        }

        private static String nested(Part part) {
            return part.isMap() ? "{" + part.told() + "}" : part.told();
        }
    }

    public static Part need(Part in, Map<String, Part> map, String key) {
        var found = map.get(key);
        if (found == null) throw in.wrong("缺少“%s”", key);
        return found;
    }

    public static @Nullable String text(Map<String, Part> map, String key) {
        var found = map.get(key);
        return found == null ? null : found.text();
    }
}
