package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.InstrumentEdition.Decision;
import huoshui.assessment.InstrumentEdition.Fate;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every edition of every instrument. The first of each is published with the program that ships it; another text in a later
 * program waits until somebody publishes it. 测评表
 */
@Component
public class Instruments {

    private static final String FILES = "classpath*:practice/political-quality/*.yaml";
    private static final String FIRST = "随程序启用";
    private static final String AGAIN = "新版程序所附的文本";
    private static final int LONGEST = 500;

    private final InstrumentTable table;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Instrument> read = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> versions = new ConcurrentHashMap<>();

    Instruments(InstrumentTable table, Acts acts, ApplicationEventPublisher events) {
        this.table = table;
        this.acts = acts;
        this.events = events;
    }

    /** The files the program is shipped with, by name. */
    static NavigableMap<String, String> shippedFiles() {
        var files = new TreeMap<String, String>();
        try {
            for (var each : new PathMatchingResourcePatternResolver().getResources(FILES))
                files.put(Objects.requireNonNull(each.getFilename()), each.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /** Takes in what the program is shipped with and was not seen before. */
    @Transactional
    public void takeIn() {
        var fresh = unseen(shippedFiles());
        if (fresh.isEmpty()) return;
        acts.lock();
        fresh = unseen(shippedFiles());
        if (!fresh.isEmpty()) takeIn(fresh, new Actor(new UUID(0, 0)));
    }

    /**
     * Takes in these files.
     *
     * @throws Refusal {@code bad-instrument}, with file and line
     */
    @Transactional
    void takeIn(Map<String, String> files, Actor actor) {
        long act = acts.begin().number();
        var content = new Canonical().add("instruments");
        files.forEach((name, text) -> {
            var code = InstrumentReader.read(name, text).code();
            boolean first = published(code).isEmpty();
            var edition = new InstrumentEdition(
                    Ids.next(), code, text, digest(text), name, act, null, first ? FIRST : AGAIN, null);
            table.propose(edition);
            if (first) table.decide(edition.id(), new Decision(Fate.PUBLISHED, 1, null, act, FIRST));
            content.add(edition.id()).add(code).add(edition.digest());
        });
        events.publishEvent(Auditable.of(actor, new Line(Verb.ADMINISTER, null, null, act, content.bytes())));
    }

    private Map<String, String> unseen(Map<String, String> files) {
        var known = table.all().stream().map(InstrumentEdition::digest).toList();
        var fresh = new TreeMap<>(files);
        fresh.values().removeIf(text -> known.contains(digest(text)));
        return fresh;
    }

    /** What may be asked today: of each instrument the newest published edition. */
    @Transactional
    public List<InstrumentEdition> published() {
        takeIn();
        var newest = new TreeMap<String, InstrumentEdition>();
        for (var each : table.all()) if (each.version() > newestOf(newest, each.code())) newest.put(each.code(), each);
        return List.copyOf(newest.values());
    }

    private static int newestOf(Map<String, InstrumentEdition> newest, String code) {
        var held = newest.get(code);
        return held == null ? 0 : held.version();
    }

    private Optional<InstrumentEdition> published(String code) {
        return table.all().stream()
                .filter(each -> each.code().equals(code) && each.version() > 0)
                .reduce((one, other) -> one.version() > other.version() ? one : other);
    }

    /** @throws Refusal {@code no-instrument} */
    @Transactional
    public InstrumentEdition requirePublished(String code) {
        takeIn();
        return published(code)
                .orElseThrow(() -> Refusal.input("no-instrument", "未开设：没有代码为“%s”的测评表。请从列表中选取。".formatted(code)));
    }

    /** Those that wait for a decision, oldest first. */
    @Transactional
    public List<InstrumentEdition> proposals() {
        takeIn();
        return table.all().stream().filter(each -> each.decision() == null).toList();
    }

    /** @throws Refusal {@code no-instrument} */
    public InstrumentEdition edition(UUID id) {
        return table.of(id).orElseThrow(() -> Refusal.absent("no-instrument", "未找到：没有这一版测评表。请从列表中选取。"));
    }

    /** Of an edition that was published: it never changes either. */
    int version(UUID edition) {
        return versions.computeIfAbsent(edition, id -> edition(id).version());
    }

    /** What an edition asks; it never changes, so it is read once. */
    Instrument instrument(UUID edition) {
        return read.computeIfAbsent(edition, id -> edition(id).instrument());
    }

    /**
     * Takes in a text that was read from a file: whoever does stands behind it, and somebody else decides on it.
     *
     * @throws Refusal {@code not-everything}, {@code no-instrument}, {@code decided-already}, {@code taken-already}
     */
    @Transactional
    public InstrumentEdition take(Signed who, UUID id) {
        requireEverything(who);
        long act = acts.begin().number();
        var edition = requireOpen(id);
        if (edition.drafter() != null) throw Refusal.input("taken-already", "未采纳：这一版已有人采纳。请刷新后查看；要公布的，由另一人办理。");
        table.take(id, who.account(), act);
        announce(who, act, "taken", edition, "");
        return edition(id);
    }

    /**
     * Publishes a proposal, or refuses it, by somebody other than who stands behind it. Rounds that are open keep the edition they were
     * opened with.
     *
     * @throws Refusal {@code not-everything}, {@code no-instrument}, {@code decided-already}, {@code not-taken-in}, {@code oneself},
     *     {@code no-reason}, {@code too-long}
     */
    @Transactional
    public InstrumentEdition decide(Signed who, UUID id, Fate fate, @Nullable String reason) {
        requireEverything(who);
        if (reason == null || reason.isBlank()) throw Refusal.input("no-reason", "未办理：没有写理由。请写明依据的文件、会议或考虑。");
        if (reason.length() > LONGEST) throw Refusal.input("too-long", "未办理：理由超过 500 字。请写得简短一些。");
        long act = acts.begin().number();
        var edition = requireOpen(id);
        if (fate == Fate.PUBLISHED && edition.drafter() == null)
            throw Refusal.input("not-taken-in", "未公布：这一版来自文件，还没有人采纳。请先由一人采纳，再由另一人公布。");
        if (who.account().equals(edition.drafter())) throw Refusal.sight("oneself", "未办理：采纳的人不能自己公布或者不予公布。请另一人办理。");
        var version = fate == Fate.PUBLISHED
                ? published(edition.code()).map(InstrumentEdition::version).orElse(0) + 1
                : null;
        table.decide(id, new Decision(fate, version, who.account(), act, reason.strip()));
        announce(who, act, fate.name(), edition, reason.strip());
        return edition(id);
    }

    private static void requireEverything(Signed who) {
        who.require(Right.RUN_ROUNDS);
        if (!who.sight().everything())
            throw Refusal.sight("not-everything", "未办理：测评表各单位通用，须由看得到全市的账号采纳、公布。请由市级干部考核部门办理。");
    }

    private InstrumentEdition requireOpen(UUID id) {
        var edition = edition(id);
        if (edition.decision() != null) throw Refusal.input("decided-already", "未办理：这一版已经办结。请刷新后查看。");
        return edition;
    }

    private void announce(Signed who, long act, String what, InstrumentEdition edition, String reason) {
        var content =
                new Canonical().add("instrument").add(what).add(edition.id()).add(reason);
        events.publishEvent(Auditable.of(who.actor(), new Line(Verb.ADMINISTER, null, null, act, content.bytes())));
    }

    /** All editions of an instrument, newest first. */
    public List<InstrumentEdition> history(String code) {
        var all = new ArrayList<>(table.all());
        all.removeIf(each -> !each.code().equals(code));
        return all.reversed();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sm3.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
