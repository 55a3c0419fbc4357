package huoshui.interchange;

import huoshui.interchange.Item.FieldChange;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.Problem.Severity;
import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file, as a program is told it: {@code import --json}. 来文处理结果（供程序读取）
 *
 * <p>Every name in {@code changes} and {@code problems} is a name of {@code person}. The same names are always there; null is
 * what the file does not say.
 */
public record ItemReport(
        String file,
        @Nullable String entry,
        @Nullable Integer row,
        Status status,
        @Nullable UUID personId,
        @Nullable Map<String, @Nullable Object> person,
        List<FieldChange> changes,
        List<Told> problems) {

    /**
     * Something to look at.
     *
     * @param field of {@code person}; null where the file as a whole is meant
     */
    public record Told(Severity severity, @Nullable String field, String code, String message) {}

    private static final String WHOLE_FILE = "file";

    public static ItemReport of(Item item) {
        return new ItemReport(
                item.file(),
                item.entry(),
                item.row(),
                item.status(),
                item.personId(),
                item.person() == null ? null : person(item.person(), item.more()),
                item.changes(),
                item.problems().stream().map(ItemReport::told).toList());
    }

    private static Told told(Problem each) {
        var field = each.field().equals(WHOLE_FILE) ? null : each.field();
        return new Told(each.severity(), field, each.code(), each.message());
    }

    private static Map<String, @Nullable Object> person(PersonSheet sheet, Map<String, Object> more) {
        var person = new LinkedHashMap<String, @Nullable Object>();
        for (var each : PersonSheet.class.getRecordComponents()) {
            try {
                person.put(each.getName(), each.getAccessor().invoke(sheet));
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException(broken);
            }
        }
        PersonKeys.further().forEach(each -> person.put(each, more.get(each)));
        return Collections.unmodifiableMap(person);
    }
}
