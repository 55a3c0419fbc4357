package huoshui.dossier.search;

import static java.util.stream.Collectors.toUnmodifiableMap;

import huoshui.dossier.search.Field.Kind;
import huoshui.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of what can be asked of everybody. 条件项目录
 *
 * <p>Rules of silence. What every dossier should say (birth, party, posts, level, rank, grades …) answers UNKNOWN while it
 * does not. What may simply not have happened (secondment, overseas stay, reward, training …) answers NOT_MET once a career is
 * recorded at all. What cannot apply (years in the Party of somebody who is not in it) answers NOT_MET.
 * <p>Ages and lengths are completed months, by month; a date known to the year only gives bounds.
 */
public final class Fields {

    private static final List<Field> ALL = entered();
    private static final Map<String, Field> BY_CODE =
            ALL.stream().collect(toUnmodifiableMap(Field::code, each -> each));

    private Fields() {}

    private static List<Field> entered() {
        var catalogue = new Catalogue();
        PersonFields.enter(catalogue);
        PartyFields.enter(catalogue);
        SchoolingFields.enter(catalogue);
        StandingFields.enter(catalogue);
        TalentFields.enter(catalogue);
        PostFields.enter(catalogue);
        AppraisalFields.enter(catalogue);
        ExperienceFields.enter(catalogue);
        RecordFields.enter(catalogue);
        return catalogue.all();
    }

    public static List<Field> all() {
        return ALL;
    }

    /** @throws Refusal {@code unknown-field} */
    public static Field of(String code) {
        var found = BY_CODE.get(code);
        if (found == null) throw Refusal.input("unknown-field", "未检索：没有“%s”这一条件项。请从条件列表中选取。".formatted(code));
        return found;
    }

    /** What a field is called, also one that only gaps are named after. */
    static String label(String code) {
        var found = BY_CODE.get(code);
        return found == null ? code : found.label();
    }

    /** Whether it is answered by the ledger each time it is asked, and not off the card. */
    static boolean inLedger(Field field) {
        return field.code().equals("resume");
    }

    static Object typed(String field, Op op, String text) {
        var kind = BY_CODE.containsKey(field) ? of(field).kind() : Kind.TEXT;
        if (op == Op.KNOWN || kind == Kind.FLAG) return !text.equals("false");
        if (kind == Kind.NUMBER && text.matches("-?\\d{1,9}")) return Integer.valueOf(text);
        return text;
    }
}
