package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.search.IdNumbers;
import huoshui.interchange.Item.FieldChange;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.FamilyRow;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.Overlong;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.SheetReader;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The appointment form in its own layout, filled in on the page: what is typed becomes facts, the form's own boxes its draft.
 * 表上填改
 *
 * <p>What would change is shown before anything is written, and what is written is what was shown. Words that facts do not
 * say are kept as they were typed, settled by whoever typed them. An emptied box takes nothing away.
 */
@Component
public class FormEditing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Box> FIXED = EnumSet.of(Box.FAMILY, Box.PHOTO, Box.VERSION);
    private static final int MOST_ROWS = 30;

    /**
     * The form as it stands.
     *
     * @param boxes text by box; boxes the form does not have are left out
     * @param ages of the relatives on the form's date, row by row, as they are printed
     * @param printed how dates read on paper
     * @param settled boxes whose words somebody settled
     * @param over what is longer than a form takes that is to be submitted
     * @param mayChange whether this account may write here
     */
    public record Standing(
            boolean since2025,
            Map<Box, String> boxes,
            List<FamilyRow> family,
            List<String> ages,
            Map<Box, String> printed,
            List<Box> settled,
            @Nullable String photo,
            List<Overlong> over,
            boolean mayChange) {}

    /**
     * What was typed.
     *
     * @param boxes only those touched
     * @param family all rows in order; null when none was touched
     * @param seen digest of the changes that were shown; null while only asking
     * @param upgrade whether a form of before 2025 becomes one of 2025
     */
    public record Edited(
            @Nullable Map<Box, @Nullable String> boxes,
            @Nullable List<FamilyRow> family,
            @Nullable String seen,
            @Nullable Boolean upgrade) {}

    /**
     * What writing would do.
     *
     * @param held fields of chapters this account may not write, which stay as they are
     * @param digest to be sent back with the writing
     */
    public record Preview(List<FieldChange> changes, List<Problem> problems, List<String> held, String digest) {}

    private record Draft(List<Change<FactBody>> changes, Preview preview) {}

    private final Dossiers dossiers;
    private final Placement placement;
    private final FormFiller filler;
    private final Levels levels;
    private final Acts acts;

    FormEditing(Dossiers dossiers, Placement placement, FormFiller filler, Levels levels, Acts acts) {
        this.levels = levels;
        this.dossiers = dossiers;
        this.placement = placement;
        this.filler = filler;
        this.acts = acts;
    }

    /**
     * The form of any day, as a page fills it in.
     *
     * @throws Refusal {@code no-person}, {@code chapter}, {@code purpose-required}
     */
    @Transactional
    public Standing read(Signed who, Subject.Person person, AsOf at) {
        requireReading(who, person);
        announce(who, person);
        var known = dossiers.history(person).stream()
                .filter(each -> each.known(at.known()))
                .toList();
        var facts = FormSight.of(known, who.sight());
        var filled = filler.fill(facts, at.valid());
        var form = filled.form();
        var dossier = new DossierForm(Held.of(facts), at.valid());
        var boxes = new EnumMap<Box, String>(Box.class);
        for (var box : Box.values()) if (!FIXED.contains(box) && shown(form, box)) boxes.put(box, form.shown(box));
        if (!IdNumbers.searchable(who.sight())) boxes.put(Box.ID_NUMBER, masked(known, at, who.sight()));
        var paper = PrintedForm.of(filled.at(levels.of(person.id(), who.sight(), at)), at.valid());
        var printed = new EnumMap<Box, String>(Box.class);
        printed.put(Box.BIRTH, paper.birth());
        printed.put(Box.WORK_STARTED, paper.workStarted());
        printed.put(Box.PARTY, paper.party());
        if (paper.retirement() != null) printed.put(Box.RETIREMENT_MONTH, paper.retirement());
        var settled = new ArrayList<Box>();
        for (var box : huoshui.dossier.fact.FormFact.Box.values())
            if (dossier.printed(box).filter(each -> each.settled()).isPresent()) settled.add(DossierForm.box(box));
        return new Standing(
                form.generation() == Form.Generation.SINCE_2025,
                boxes,
                form.family(),
                paper.family().stream().map(each -> each.age()).toList(),
                printed,
                settled,
                dossier.photo().map(each -> each.digest()).orElse(null),
                Overlong.of(form),
                mayChange(who, person));
    }

    private static String masked(List<Fact<FactBody>> known, AsOf at, Sight sight) {
        if (!sight.reads(Chapter.BASIC)) return "";
        var number = new DossierForm(Held.of(known), at.valid()).sheet().idNumber();
        return Objects.requireNonNullElse(IdNumbers.shown(number, sight), "");
    }

    private static boolean shown(Form form, Box box) {
        return !box.newIn2025() || form.generation() == Form.Generation.SINCE_2025;
    }

    /** Says what would change; writes nothing. */
    @Transactional
    public Preview preview(Signed who, Subject.Person person, Edited edited) {
        requireReading(who, person);
        requireChanging(who, person);
        announce(who, person);
        return draft(who, person, edited).preview();
    }

    /**
     * Writes what was shown.
     *
     * @throws Refusal {@code changed-meanwhile} when it would now be something else; {@code nothing} when there is nothing
     */
    @Transactional
    public Preview write(Signed who, Subject.Person person, Edited edited) {
        acts.begin();
        requireReading(who, person);
        requireChanging(who, person);
        announce(who, person);
        var draft = draft(who, person, edited);
        if (draft.changes().isEmpty()) throw Refusal.input("nothing", "未写入：所填与现有信息一致，没有要写的内容。请修改后再写入。");
        if (!draft.preview().digest().equals(edited.seen()))
            throw new Refusal(
                    Refusal.Sort.CONFLICT, "changed-meanwhile", "未写入：此人的信息在您查看之后已有变动，将要写入的内容与您看到的不同。请重新查看将作的变动后再写入。");
        var faults = draft.preview().problems().stream()
                .filter(each -> each.severity() == Problem.Severity.ERROR)
                .toList();
        if (!faults.isEmpty())
            throw Refusal.input(
                    faults.getFirst().code(), "未写入：" + faults.getFirst().message());
        dossiers.apply(who.actor(), draft.changes());
        return draft.preview();
    }

    private Draft draft(Signed who, Subject.Person person, Edited edited) {
        var day = acts.today();
        var counting = dossiers.history(person).stream()
                .filter(each -> each.superseded() == null)
                .toList();
        var current = FormSight.of(counting, who.sight());
        var form = filler.fill(current, day).form();
        var problems = new ArrayList<Problem>();
        var typed = typed(form, edited, problems);
        var reading = new SheetReader().read(typed);
        var before = new SheetReader().read(form).problems();
        reading.problems().stream().filter(each -> !before.contains(each)).forEach(problems::add);
        var all = typed.equals(form)
                ? List.<Change<FactBody>>of()
                : FormClaim.typed(reading, day).changes(person.id(), current, day);
        var fields = new Fields(current, all, day);
        var held = fields.beyond(who.sight());
        var changes = held.isEmpty() ? all : fields.without(Set.of(), held);
        // The editor's version comes with a first draft; nobody typed it.
        var told = SheetDifference.of(current, changes, day).stream()
                .filter(each -> !each.field().equals(Box.VERSION.field()))
                .toList();
        return new Draft(changes, new Preview(told, problems, held, digest(person.id(), told)));
    }

    private static Form typed(Form form, Edited edited, List<Problem> problems) {
        var typed = Boolean.TRUE.equals(edited.upgrade()) ? form.upgraded() : form;
        for (var each : (edited.boxes() == null ? Map.<Box, @Nullable String>of() : edited.boxes()).entrySet()) {
            var box = each.getKey();
            var text = each.getValue() == null ? "" : each.getValue().strip();
            if (FIXED.contains(box)) throw Refusal.input("fixed-box", "未受理：“" + box.label() + "”" + elsewhere(box));
            if (text.isEmpty() && !form.text(box).isEmpty() && !Fields.OF_DRAFT.contains(box.field())) {
                problems.add(Problem.warning(
                        box.field(),
                        "box.emptied",
                        "“" + box.label() + "”被清空：表上清空不撤销已有事实，此栏保持原样；确需撤销，请到档案页撤销该条事实并写明理由。"));
                continue;
            }
            typed = typed.with(box, text);
        }
        if (edited.family() == null) return typed;
        if (edited.family().size() > MOST_ROWS)
            throw Refusal.input(
                    "family-many", "未受理：家庭成员 " + edited.family().size() + " 行，超过 " + MOST_ROWS + " 行。请核对后再填。");
        return typed.withFamily(
                edited.family().stream().filter(each -> !each.isBlank()).toList());
    }

    private static String elsewhere(Box box) {
        return switch (box) {
            case PHOTO -> "不在表上填改。请在任免审批表文件（.lrmx）或通用格式数据包中换上照片后导入。";
            case FAMILY -> "不能整栏填写。请在表上逐行填改家庭成员。";
            default -> "由程序写入，不能填改。请去掉这一项后再试。";
        };
    }

    private static String digest(UUID person, List<FieldChange> changes) {
        var text = person + JSON.writeValueAsString(changes);
        return HexFormat.of().formatHex(Sm3.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The form says something of every sealed chapter that this account reads. */
    private void announce(Signed who, Subject.Person person) {
        for (var chapter : Chapter.values())
            if (chapter.sealed() && who.sight().reads(chapter)) dossiers.announceReading(who.actor(), person, chapter);
    }

    private void requireReading(Signed who, Subject.Person person) {
        var place = placement.of(person.id());
        if (place.isEmpty() || !who.sight().sees(person.id(), place.get()))
            throw Refusal.absent("no-person", "未找到：您的可见范围内没有此人。请核对后再查。");
        if (!who.sight().reads(Chapter.FAMILY))
            throw Refusal.sight("chapter", "未打开：任免审批表含家庭等密章内容，您的角色不能查阅。请转有权限的科室办理。");
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未打开：任免审批表含密章内容，查阅须选事由。请从事由表选取后再打开。");
    }

    private boolean mayChange(Signed who, Subject.Person person) {
        return who.sight().may(Right.CORRECT_FACT)
                && placement
                        .of(person.id())
                        .map(each -> who.sight().changes(person.id(), each))
                        .orElse(false);
    }

    private void requireChanging(Signed who, Subject.Person person) {
        who.require(Right.CORRECT_FACT);
        if (!mayChange(who, person)) throw Refusal.sight("not-led", "未写入：此人不归您主管，只能查看。请转主管单位办理。");
    }
}
