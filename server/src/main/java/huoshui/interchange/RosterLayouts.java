package huoshui.interchange;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Layouts of rosters: the common ones ready-made, and those that people keep, for themselves or their unit. 名册版式库 */
@Component
public class RosterLayouts {

    /**
     * A layout somebody may use.
     *
     * @param id null for a ready-made one
     */
    public record Kept(@Nullable UUID id, RosterLayout layout, boolean shared, boolean mine) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Kept> READY = ready();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Notices notices;

    RosterLayouts(JdbcClient jdbc, Accounts accounts, Notices notices) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    private static List<Kept> ready() {
        try (var in = Objects.requireNonNull(RosterLayouts.class.getResourceAsStream("/rosters/layouts.json"))) {
            var all = new ArrayList<Kept>();
            for (var each : JSON.readTree(in)) {
                var layout = JSON.treeToValue(each, RosterLayout.class);
                layout.check();
                all.add(new Kept(null, layout, true, false));
            }
            return List.copyOf(all);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The common one. */
    public static RosterLayout standard() {
        return READY.getFirst().layout();
    }

    /** The ready-made ones, then one's own and those shared with one's unit. */
    public List<Kept> of(Signed who) {
        var all = new ArrayList<>(READY);
        all.addAll(jdbc.sql("""
                        select id, account, unit, body from interchange.layout
                        where account = :account or unit = :unit order by name, id""")
                .param("account", who.account())
                .param("unit", unit(who), java.sql.Types.OTHER)
                .query((row, i) -> new Kept(
                        row.getObject("id", UUID.class),
                        RosterLayout.read(row.getString("body")),
                        row.getObject("unit") != null,
                        who.account().equals(row.getObject("account", UUID.class))))
                .list());
        return all;
    }

    /**
     * The one of this name: one's own, else a shared one, else a ready-made one.
     *
     * @throws Refusal {@code no-layout}
     */
    public RosterLayout named(Signed who, String name) {
        var found = of(who).stream()
                .filter(each -> each.layout().name().equals(name))
                .toList();
        return found.stream()
                .filter(Kept::mine)
                .findFirst()
                .or(() -> found.stream().filter(each -> each.id() != null).findFirst())
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> Refusal.absent("no-layout", "未找到名册版式“%s”。请核对名称，或在导入导出中另存一份。".formatted(name)))
                .layout();
    }

    /** @throws Refusal {@code bad-layout}, {@code same-name}, {@code no-unit} */
    @Transactional
    public Kept save(Signed who, RosterLayout layout, boolean shared) {
        layout.check();
        var unit = shared ? home(who) : null;
        var id = Ids.next();
        try {
            jdbc.sql(
                            "insert into interchange.layout (id, account, unit, name, body) values (:id, :account, :unit, :name, :body)")
                    .param("id", id)
                    .param("account", who.account())
                    .param("unit", unit, java.sql.Types.OTHER)
                    .param("name", layout.name())
                    .param("body", layout.written())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.input("same-name", "未保存：您已有名为“%s”的版式。请换一个名称，或改原来那份。".formatted(layout.name()));
        }
        notices.kept(who, notice("add", id).add(layout.written()).add(unit));
        return new Kept(id, layout, shared, true);
    }

    /** @throws Refusal {@code no-layout} where there is none of one's own */
    @Transactional
    public Kept change(Signed who, UUID id, RosterLayout layout, boolean shared) {
        layout.check();
        try {
            int done = jdbc.sql("""
                            update interchange.layout set name = :name, body = :body, unit = :unit, changed = now()
                            where id = :id and account = :account""")
                    .param("name", layout.name())
                    .param("body", layout.written())
                    .param("unit", shared ? home(who) : null, java.sql.Types.OTHER)
                    .param("id", id)
                    .param("account", who.account())
                    .update();
            if (done == 0) throw absent();
        } catch (DuplicateKeyException taken) {
            throw Refusal.input("same-name", "未保存：您已有名为“%s”的版式。请换一个名称。".formatted(layout.name()));
        }
        notices.kept(who, notice("change", id).add(layout.written()).add(shared ? home(who) : null));
        return new Kept(id, layout, shared, true);
    }

    @Transactional
    public void remove(Signed who, UUID id) {
        int done = jdbc.sql("delete from interchange.layout where id = ? and account = ?")
                .param(id)
                .param(who.account())
                .update();
        if (done == 0) throw absent();
        notices.kept(who, notice("remove", id));
    }

    private static Canonical notice(String what, UUID id) {
        return new Canonical().add("layout").add(what).add(id);
    }

    private static Refusal absent() {
        return Refusal.absent("no-layout", "未找到：没有这份版式，或它由同事建立。您可以另存一份自己的。");
    }

    private UUID home(Signed who) {
        var unit = unit(who);
        if (unit == null) throw Refusal.input("no-unit", "未共享：您的账号不属于任何单位。请先存为个人版式。");
        return unit;
    }

    private @Nullable UUID unit(Signed who) {
        return accounts.find(who.account()).map(each -> each.unit()).orElse(null);
    }
}
