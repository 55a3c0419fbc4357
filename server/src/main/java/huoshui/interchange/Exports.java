package huoshui.interchange;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
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
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
        LRMX,
        TONGYONG
    }

    /** What was written. 导出结果 */
    public record Exported(List<String> files, int people) {}

    private final Dossiers dossiers;
    private final Placement placement;
    private final Approvals approvals;
    private final FormFiles forms;
    private final GeneralFiles packages;
    private final ApplicationEventPublisher events;

    Exports(
            Dossiers dossiers,
            Placement placement,
            Approvals approvals,
            FormFiles forms,
            GeneralFiles packages,
            ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.approvals = approvals;
        this.forms = forms;
        this.packages = packages;
        this.events = events;
    }

    /** What exactly an export is, so that a second person agrees to this one and no other. */
    public static String digest(Format format, List<UUID> people, AsOf at) {
        var canonical =
                new Canonical().add(format.name()).add(at.valid().toEpochDay()).add(at.known());
        people.stream().sorted().forEach(canonical::add);
        return HexFormat.of().formatHex(Sm3.of(canonical.bytes()));
    }

    /** Asks for the second person whom an export of so many needs. */
    public Approval ask(Signed who, Format format, List<UUID> people, AsOf at) {
        var summary =
                "导出 %s，%d 人，情况截至 %s".formatted(format == Format.LRMX ? "任免审批表" : "通用格式", people.size(), at.valid());
        return approvals.ask(who, Approval.Kind.EXPORT, digest(format, people, at), summary, people.size());
    }

    /**
     * Writes these people out.
     *
     * @param out a file or folder for forms (a {@code .zip} gathers them), a {@code .zip} for a package
     * @throws Refusal {@code right}, {@code purpose-required}, {@code no-person} for whoever is not in sight,
     *     {@code approval-required} for more than twenty
     */
    @Transactional
    public Exported run(Signed who, Format format, List<UUID> people, AsOf at, Path out) {
        who.require(Right.EXPORT);
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：任免审批表含密章内容，导出须填事由。请填写事由后再导出。");
        people.forEach(each -> requireSight(who, each));
        if (people.size() > Approvals.ALONE) approvals.use(who, Approval.Kind.EXPORT, digest(format, people, at));
        announce(who, format, people, at);
        return switch (format) {
            case LRMX -> forms.write(people, each -> facts(each, at), at, out);
            case TONGYONG -> packages.write(people, each -> facts(each, at), at, out);
        };
    }

    private void requireSight(Signed who, UUID person) {
        var place = placement.of(person);
        boolean seen = place.isPresent()
                && who.sight().sees(person, place.get().unit(), place.get().category())
                && who.sight().reads(Chapter.FAMILY);
        if (!seen) throw Refusal.absent("no-person", "未导出：所选人员中有不在您可见范围内的。请核对名单，或请管理部门导出。");
    }

    private List<Fact<FactBody>> facts(UUID person, AsOf at) {
        return dossiers.history(new Subject.Person(person)).stream()
                .filter(each -> each.known(at.known()))
                .toList();
    }

    private void announce(Signed who, Format format, List<UUID> people, AsOf at) {
        var lines = new ArrayList<Line>();
        for (var person : people) {
            var content = new Canonical()
                    .add(format.name())
                    .add(person)
                    .add(at.valid().toEpochDay())
                    .add(at.known())
                    .bytes();
            lines.add(new Line(Verb.EXPORT, person, Chapter.FAMILY, null, content));
        }
        if (!lines.isEmpty()) events.publishEvent(new Auditable(who.actor(), lines));
    }
}
