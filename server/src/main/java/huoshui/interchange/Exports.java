package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forms and packages out, as of any day and as known on any day. 导出
 *
 * <p>A form carries sealed chapters: every export states its purpose and is journaled, person by person; more than twenty
 * people need a second person.
 */
@Component
public class Exports {

    /** In which shape. 导出格式 */
    public enum Format {
        /** 任免审批表文件 */
        LRMX("任免审批表", ".lrmx"),
        /** 通用格式数据包 */
        TONGYONG("通用格式", ".zip"),
        /** 名册表格 */
        XLSX("名册", ".xlsx"),
        /** 供打印：任免审批表，或给了版式时的名册 */
        PDF("任免审批表（PDF）", ".pdf"),
        /** 任免审批表 Word 文件 */
        DOCX("任免审批表（Word）", ".docx");

        private final String word;
        private final String suffix;

        Format(String word, String suffix) {
            this.word = word;
            this.suffix = suffix;
        }

        public String word() {
            return word;
        }

        /** How a file with one person in it ends. */
        public String suffix() {
            return suffix;
        }
    }

    /**
     * What was written. 导出结果
     *
     * @param notes what could not be written as it should, with whose it is; told only where there is any
     * @param mark what the files say of themselves; null for those that bear it on every page
     */
    public record Exported(
            List<String> files,
            int people,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
            @JsonIgnore @Nullable ExportMark mark) {

        Exported(List<String> files, int people) {
            this(files, people, List.of(), null);
        }

        Exported(List<String> files, int people, List<String> notes) {
            this(files, people, notes, null);
        }

        /** What lies beside a form that is handed out alone. */
        public String beside() {
            return mark == null ? "" : mark.text(notes);
        }
    }

    /**
     * In which shape exactly. 导出样式
     *
     * @param layout of a roster; null for the common one, and for other formats
     * @param extent of a package; the others have one only
     */
    public record Shape(Format format, @Nullable RosterLayout layout, Extent extent) {

        public Shape(Format format, @Nullable RosterLayout layout) {
            this(format, layout, Extent.WHOLE);
        }

        public static Shape of(Format format) {
            return new Shape(format, null);
        }

        /** What comes out, in words. */
        public String called() {
            if (layout != null) return layout.title();
            return extent == Extent.STANDARD ? format.word() + "（标准范围）" : format.word();
        }
    }

    private final Dossiers dossiers;
    private final Placement placement;
    private final Approvals approvals;
    private final FormFiles forms;
    private final GeneralFiles packages;
    private final Rosters rosters;
    private final RosterFiles sheets;
    private final RosterPaper paper;
    private final PrintedFiles prints;
    private final Imprints imprints;
    private final Levels levels;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    Exports(
            Dossiers dossiers,
            Placement placement,
            Approvals approvals,
            FormFiles forms,
            GeneralFiles packages,
            Rosters rosters,
            RosterFiles sheets,
            RosterPaper paper,
            PrintedFiles prints,
            Imprints imprints,
            Levels levels,
            Submissions submissions,
            ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.approvals = approvals;
        this.forms = forms;
        this.packages = packages;
        this.rosters = rosters;
        this.sheets = sheets;
        this.paper = paper;
        this.prints = prints;
        this.imprints = imprints;
        this.levels = levels;
        this.submissions = submissions;
        this.events = events;
    }

    /** What exactly an export is, so that a second person agrees to this one and no other. */
    public static String digest(Shape shape, List<UUID> people, AsOf at) {
        var canonical = new Canonical()
                .add(shape.format().name())
                .add(at.valid().toEpochDay())
                .add(at.known());
        if (shape.layout() != null) canonical.add(shape.layout().written());
        if (shape.extent() != Extent.WHOLE) canonical.add(shape.extent().name());
        people.stream().sorted().forEach(canonical::add);
        return HexFormat.of().formatHex(Sm3.of(canonical.bytes()));
    }

    /** Asks for the second person whom an export of so many needs. */
    public Approval ask(Signed who, Shape shape, List<UUID> people, AsOf at) {
        var layout = shape.layout();
        var what = layout == null
                ? shape.called()
                : "%s 名册（%s）"
                        .formatted(
                                shape.format().word(),
                                rosters.plan(who, layout, people, at).said());
        var summary = "导出 %s，%d 人，情况截至 %s".formatted(what, people.size(), at.valid());
        return approvals.ask(who, Approval.Kind.EXPORT, digest(shape, people, at), summary, people.size());
    }

    /**
     * Writes these people out.
     *
     * @param out a file or folder for forms (a {@code .zip} gathers them, a {@code .pdf} binds
     *     them), a {@code .zip} for a package
     * @throws Refusal {@code right}, {@code purpose-required}, {@code chapter}, {@code no-person} for whoever is not in sight,
     *     {@code approval-required} for more than twenty
     */
    @Transactional
    public Exported run(Signed who, Format format, List<UUID> people, AsOf at, Path out) {
        return run(who, Shape.of(format), people, at, out);
    }

    @Transactional
    public Exported run(
            Signed who, Format format, @Nullable RosterLayout layout, List<UUID> people, AsOf at, Path out) {
        return run(who, new Shape(format, layout), people, at, out);
    }

    @Transactional
    public Exported run(Signed who, Shape shape, List<UUID> people, AsOf at, Path out) {
        who.require(Right.EXPORT);
        var format = shape.format();
        var layout = shape.layout();
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：任免审批表含密章内容，导出须选事由。请从事由表选取后再导出。");
        if (layout == null && format != Format.XLSX) {
            if (!who.sight().reads(Chapter.FAMILY))
                throw Refusal.sight("chapter", "未导出：" + format.word() + "含家庭成员一章，您的账号不能查阅。请改为导出名册，或请能查阅的科室导出。");
            people.forEach(each -> requireSight(who, each));
        }
        if (people.size() > Approvals.ALONE) approvals.use(who, Approval.Kind.EXPORT, digest(shape, people, at));
        return switch (format) {
            case LRMX -> {
                var mark = announce(who, format, people, sealed(who), at);
                yield forms.write(people, each -> facts(who, each, at), at, mark, out);
            }
            case TONGYONG -> {
                var mark = announce(who, format, people, sealed(who), at);
                yield packages.write(who.sight(), people, each -> facts(who, each, at), at, shape.extent(), mark, out);
            }
            case XLSX -> {
                var plan = rosters.plan(who, layout == null ? RosterLayouts.standard() : layout, people, at);
                var sealed = plan.sealed();
                announce(who, format, plan.listed(), sealed.isEmpty() ? Set.of(Chapter.BASIC) : sealed, at);
                yield sheets.write(plan, out);
            }
            case PDF, DOCX -> {
                if (layout != null) yield roster(who, format, layout, people, at, out);
                announce(who, format, people, sealed(who), at);
                yield prints.write(
                        new PrintedFiles.Order(
                                people,
                                each -> facts(who, each, at),
                                each -> levels.of(each, who.sight(), at),
                                at.valid(),
                                format.suffix(),
                                imprints.of(who, at)),
                        out);
            }
        };
    }

    /** A roster on paper. */
    private Exported roster(Signed who, Format format, RosterLayout layout, List<UUID> people, AsOf at, Path out) {
        if (format != Format.PDF) throw Refusal.input("roster-format", "未导出：名册只能导出为 xlsx 或 pdf。请改选格式。");
        var plan = rosters.plan(who, layout, people, at);
        announce(who, format, plan.listed(), plan.sealed().isEmpty() ? Set.of(Chapter.BASIC) : plan.sealed(), at);
        return paper.write(plan, imprints.of(who, at), out);
    }

    /**
     * Whether these forms may be submitted as they stand. Nothing of them is told to whoever may not export them.
     *
     * @throws Refusal as {@link #run} does before it writes; {@code form-over} naming each box that is too long, with its limit and
     *     length; {@code submission-format} for what is no form
     */
    public void requireSubmittable(
            Signed who, Format format, @Nullable RosterLayout layout, List<UUID> people, AsOf at) {
        who.require(Right.EXPORT);
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：任免审批表含密章内容，导出须选事由。请从事由表选取后再导出。");
        people.forEach(each -> requireSight(who, each));
        submissions.require(format, layout != null, people, each -> facts(who, each, at), at);
    }

    private void requireSight(Signed who, UUID person) {
        var place = placement.of(person);
        boolean seen = place.isPresent() && who.sight().sees(person, place.get());
        if (seen && !place.get().footing().cadre())
            throw Refusal.input("no-cadre", "未导出：所选人员中有人才，不是干部，没有任免审批表和通用格式。请去掉，或改导名册。");
        if (!seen) throw Refusal.absent("no-person", "未导出：所选人员中有不在您可见范围内的。请核对名单，或请管理部门导出。");
    }

    /** What a form may say: chapters that this account does not read are left out of it. */
    private List<Fact<FactBody>> facts(Signed who, UUID person, AsOf at) {
        var known = dossiers.history(new Subject.Person(person)).stream()
                .filter(each -> each.known(at.known()))
                .toList();
        return FormSight.of(known, who.sight());
    }

    private static Set<Chapter> sealed(Signed who) {
        var all = EnumSet.noneOf(Chapter.class);
        for (var each : Chapter.values()) if (each.sealed() && who.sight().reads(each)) all.add(each);
        return all;
    }

    /** Journals an export, person by person, and says where. */
    private ExportMark announce(Signed who, Format format, List<UUID> people, Set<Chapter> chapters, AsOf at) {
        var lines = new ArrayList<Line>();
        for (var person : people) {
            var content = new Canonical()
                    .add(format.name())
                    .add(person)
                    .add(at.valid().toEpochDay())
                    .add(at.known())
                    .bytes();
            for (var chapter : chapters) lines.add(new Line(Verb.EXPORT, person, chapter, null, content));
        }
        var first = new long[1];
        if (!lines.isEmpty()) events.publishEvent(new Auditable(who.actor(), lines, number -> first[0] = number));
        return imprints.mark(who, at, people.size(), new Imprints.Entries(first[0], first[0] + lines.size() - 1));
    }
}
