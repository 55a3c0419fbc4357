package huoshui.interchange;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedList;
import huoshui.dossier.search.SavedLists;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Exports.Shape;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.kernel.AsOf;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.org.Organization;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports of so many people that a second person has to agree first: asked, kept until agreed, taken once. 待复核的导出 */
@Component
public class ExportRequests {

    /**
     * An export that was asked for.
     *
     * @param id of its approval
     * @param layout heading of the roster it is; null for other formats
     * @param extent of a package
     * @param bound whether forms on paper come as one document
     * @param taken when the file was handed out; null while it was not
     */
    public record ExportRequest(
            UUID id,
            Format format,
            @Nullable String layout,
            Extent extent,
            boolean bound,
            int people,
            LocalDate valid,
            long known,
            String purpose,
            Instant asked,
            @Nullable Instant taken) {}

    private record Kept(UUID account, Shape shape, List<UUID> people, AsOf at, Purpose purpose) {}

    private final Exports exports;
    private final Cities cities;
    private final Organization organization;
    private final PeopleSearch search;
    private final SavedLists lists;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExportRequests(
            Exports exports,
            Cities cities,
            Organization organization,
            PeopleSearch search,
            SavedLists lists,
            JdbcClient jdbc,
            Clock clock) {
        this.exports = exports;
        this.cities = cities;
        this.organization = organization;
        this.search = search;
        this.lists = lists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether one person may take this out alone. */
    public static boolean alone(int people) {
        return people <= Approvals.ALONE;
    }

    /**
     * Every cadre in sight as known at these clocks; with a unit, those placed in it or below it then, or in office there. Who is
     * in sight is decided today.
     */
    public List<UUID> people(Signed who, @Nullable UUID unit, AsOf at) {
        who.require(Right.EXPORT);
        Set<UUID> units = new HashSet<>();
        if (unit != null) {
            if (!who.sight().seesUnit(unit)) throw Refusal.absent("no-unit", "未导出：没有这个单位，或不在您的管理范围内。请从机构树中选择。");
            organization.at(at).subtree(unit).forEach(each -> units.add(each.id()));
        }
        var now = cities.now();
        return cities.at(at).cards().stream()
                .filter(each -> each.footing().cadre())
                .filter(each -> unit == null || serves(each, units))
                .map(Card::id)
                .filter(each -> now.find(each).filter(today -> seen(who, today)).isPresent())
                .toList();
    }

    private static boolean serves(Card card, Set<UUID> units) {
        return units.contains(card.service().unit())
                || card.posts().current().stream()
                        .anyMatch(each -> units.contains(each.post().unit()));
    }

    /** Everybody in sight whom a list names, or whoever else is asked for as the list of people asks. */
    public List<UUID> people(Signed who, @Nullable SavedList list, Asking asking, AsOf at) {
        who.require(Right.EXPORT);
        var wanted = list == null ? asking : lists.within(list, asking, at);
        return search.all(search.opened(who, wanted, at), who.sight(), at).stream()
                .map(Card::id)
                .toList();
    }

    private static boolean seen(Signed who, Card card) {
        return who.sight().sees(card.id(), card.place());
    }

    /**
     * Asks for a second person.
     *
     * @param bound whether forms on paper shall be one document
     * @throws Refusal {@code purpose-required}
     */
    @Transactional
    public Approval ask(Signed who, Shape shape, boolean bound, List<UUID> people, AsOf at) {
        var purpose = who.purpose();
        if (purpose == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未提请：任免审批表含密章内容，导出须选事由。请从事由表选取后再提请。");
        var approval = exports.ask(who, shape, people, at);
        jdbc.sql("""
                        insert into interchange.export
                          (id, account, format, layout, extent, bound, people, valid, known, purpose, asked)
                        values
                          (:id, :account, :format, :layout, :extent, :bound, :people::uuid[], :valid, :known, :purpose, :asked)
                        on conflict (id) do nothing""")
                .param("id", approval.id())
                .param("account", who.account())
                .param("format", shape.format().name())
                .param("layout", shape.layout() == null ? null : shape.layout().written())
                .param("extent", shape.extent().name())
                .param("bound", bound)
                .param("people", people.toArray(UUID[]::new))
                .param("valid", at.valid())
                .param("known", at.known())
                .param("purpose", purpose.code())
                .param("asked", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return approval;
    }

    private static @Nullable String title(@Nullable String layout) {
        return layout == null ? null : RosterLayout.read(layout).title();
    }

    /** One's own, newest first. */
    public List<ExportRequest> list(Signed who) {
        return jdbc.sql("""
                        select id, format, layout, extent, bound, cardinality(people) as people, valid, known, purpose, asked, taken
                        from interchange.export where account = ? order by asked desc limit 50""")
                .param(who.account())
                .query((row, i) -> new ExportRequest(
                        row.getObject("id", UUID.class),
                        Format.valueOf(row.getString("format")),
                        title(row.getString("layout")),
                        Extent.valueOf(row.getString("extent")),
                        row.getBoolean("bound"),
                        row.getInt("people"),
                        row.getObject("valid", LocalDate.class),
                        row.getLong("known"),
                        row.getString("purpose"),
                        row.getObject("asked", OffsetDateTime.class).toInstant(),
                        row.getObject("taken", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("taken", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Hands out what was agreed to, once.
     *
     * @throws Refusal {@code no-export}, {@code approval-pending}, {@code approval-required}
     */
    @Transactional
    public Exported take(Signed who, UUID id, Path out) {
        var kept = jdbc.sql(
                        "select account, format, layout, extent, people, valid, known, purpose from interchange.export where id = ?")
                .param(id)
                .query((row, i) -> new Kept(
                        row.getObject("account", UUID.class),
                        new Shape(
                                Format.valueOf(row.getString("format")),
                                row.getString("layout") == null ? null : RosterLayout.read(row.getString("layout")),
                                Extent.valueOf(row.getString("extent"))),
                        Arrays.stream((Object[]) row.getArray("people").getArray())
                                .map(UUID.class::cast)
                                .toList(),
                        new AsOf(row.getObject("valid", LocalDate.class), row.getLong("known")),
                        new Purpose(row.getString("purpose"))))
                .optional()
                .filter(each -> each.account().equals(who.account()))
                .orElseThrow(() -> Refusal.absent("no-export", "未找到：没有这项待复核的导出。请回到导入导出重新提请。"));
        var exported = exports.run(who.because(kept.purpose()), kept.shape(), kept.people(), kept.at(), out);
        jdbc.sql("update interchange.export set taken = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
        return exported;
    }
}
