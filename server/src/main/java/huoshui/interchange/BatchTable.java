package huoshui.interchange;

import huoshui.interchange.Batch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches in the database. 批次表 */
@Component
class BatchTable {

    private static final String ALL = """
            select id, year, number, account, home, title, files, bytes, received, state, done, total, seconds, note
            from interchange.batch
            """;

    private final JdbcClient jdbc;

    BatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a batch under the next number of its year. */
    void insert(Batch batch) {
        jdbc.sql("""
                        insert into interchange.batch
                          (id, year, number, account, home, title, files, bytes, received, state)
                        select :id, :year, coalesce(max(number), 0) + 1, :account, :home, :title, :files, :bytes, :received, :state
                        from interchange.batch where year = :year""")
                .param("id", batch.id())
                .param("year", batch.year())
                .param("account", batch.account())
                .param("home", batch.home())
                .param("title", batch.title())
                .param("files", batch.files())
                .param("bytes", batch.bytes())
                .param("received", OffsetDateTime.ofInstant(batch.received(), ZoneOffset.UTC))
                .param("state", batch.state().word())
                .update();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql(ALL + " where id = ?").param(id).query(BatchTable::read).optional();
    }

    /** As it stands, and stands until the end of this transaction: nothing begins to write it meanwhile. */
    Batch held(UUID id) {
        return jdbc.sql(ALL + " where id = ? for update")
                .param(id)
                .query(BatchTable::read)
                .single();
    }

    /** Those of this account and of colleagues in its unit, newest first. */
    List<Batch> of(UUID account, @Nullable UUID home) {
        return jdbc.sql(ALL + " where account = :account or home = :home order by received desc limit 200")
                .param("account", account)
                .param("home", home)
                .query(BatchTable::read)
                .list();
    }

    /** Takes it from one state to another; false when it was not in that state. */
    boolean move(UUID id, List<State> from, State to, @Nullable String note) {
        return jdbc.sql("""
                                update interchange.batch set state = :to, note = :note where id = :id and state = any(:from::text[])""")
                        .param("id", id)
                        .param("to", to.word())
                        .param("note", note)
                        .param("from", from.stream().map(State::word).toArray(String[]::new))
                        .update()
                > 0;
    }

    /** The same for a run that reads the uploads: false also when they went with an erasure. */
    boolean begin(UUID id, List<State> from, State to) {
        return jdbc.sql("""
                                update interchange.batch set state = :to, note = null
                                where id = :id and state = any(:from::text[]) and emptied is null""")
                        .param("id", id)
                        .param("to", to.word())
                        .param("from", from.stream().map(State::word).toArray(String[]::new))
                        .update()
                > 0;
    }

    boolean anyBusy() {
        return jdbc.sql("""
                        select exists (select from interchange.batch
                          where state in ('receiving', 'examining', 'writing', 'taking-back'))""").query(Boolean.class).single();
    }

    boolean wasEmptied(UUID id) {
        return jdbc.sql("select emptied is not null from interchange.batch where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Their uploads go: samples of their columns as well, nobody of them is to be written any more, titles name nobody. */
    void emptied(Collection<UUID> ids, Collection<String> names) {
        var these = ids.toArray(UUID[]::new);
        jdbc.sql("delete from interchange.sheet where batch = any(:ids::uuid[])")
                .param("ids", these)
                .update();
        jdbc.sql("update interchange.item set skip = true where batch = any(:ids::uuid[]) and outcome is null")
                .param("ids", these)
                .update();
        jdbc.sql("""
                        update interchange.batch set emptied = now(),
                          note = '本批有内容依规抹除，上传的原件已随之清除；已写入的不受影响，其余请重新导入',
                          title = case when exists (select from unnest(:names::text[]) as each (name)
                            where position(each.name in title) > 0) then '（已抹除）' else title end
                        where id = any(:ids::uuid[])""")
                .param("ids", these)
                .param("names", names.toArray(String[]::new))
                .update();
    }

    void received(UUID id, String title, int files, long bytes) {
        jdbc.sql("update interchange.batch set title = :title, files = :files, bytes = :bytes where id = :id")
                .param("id", id)
                .param("title", title)
                .param("files", files)
                .param("bytes", bytes)
                .update();
    }

    void progress(UUID id, int done, @Nullable Integer total, double seconds) {
        jdbc.sql("update interchange.batch set done = :done, total = :total, seconds = :seconds where id = :id")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("seconds", seconds)
                .update();
    }

    /** What ran when the program ended does not run any more. */
    void interruptAll() {
        jdbc.sql("""
                        update interchange.batch
                        set state = case when state in ('receiving', 'examining') then 'interrupted' else 'ready' end,
                          note = '程序中途停止；已写入的不受影响，其余可重新核对'
                        where state in ('receiving', 'examining', 'writing', 'taking-back')""").update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from interchange.batch where id = ?").param(id).update();
    }

    private static Batch read(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("account", UUID.class),
                row.getObject("home", UUID.class),
                row.getString("title"),
                row.getInt("files"),
                row.getLong("bytes"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                State.of(row.getString("state")),
                row.getInt("done"),
                row.getObject("total", Integer.class),
                row.getDouble("seconds"),
                row.getString("note"));
    }
}
