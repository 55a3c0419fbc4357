package huoshui.rule;

import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.rule.Edition.Decision;
import huoshui.rule.Edition.Fate;
import huoshui.rule.Edition.Item;
import huoshui.rule.Edition.Place;
import huoshui.rule.Edition.Source;
import huoshui.rule.Sheet.Wrong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of the rulebook, shipped and the city's own, held against what is kept: on an empty house the shipped ones are
 * published; later on what is new in either becomes a proposal. Nothing of a wrong file enters. 规则文件
 */
@Component
public class Practice {

    private static final Logger LOG = LoggerFactory.getLogger(Practice.class);
    private static final long LARGEST = 4_000_000;
    private static final String FIRST = "首次启用，随程序发布";

    private final EditionTable table;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final java.time.Clock clock;
    private final Path folder;
    private final boolean named;
    private volatile Told last = new Told(null, "", 0, 0, List.of());

    /** Something wrong in a file, and where. 差错 */
    public record Problem(int line, String what) {

        static Problem of(Wrong wrong) {
            return new Problem(wrong.line(), wrong.what());
        }
    }

    /** A file nothing of which was taken in. 未采用的文件 */
    public record RefusedFile(String file, List<Problem> problems) {}

    /**
     * What came of reading the files.
     *
     * @param at null while they were not read by this process
     * @param files of the city's own that are sound
     */
    public record Told(@Nullable Instant at, String folder, int files, int proposed, List<RefusedFile> refused) {}

    Practice(
            EditionTable table,
            Acts acts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            java.time.Clock clock,
            @Value("${huoshui.practice:}") String given,
            @Value("${huoshui.data:data}") String data) {
        this.table = table;
        this.acts = acts;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.named = !given.isBlank();
        this.folder = (named ? Path.of(given) : Path.of(data, "practice")).resolve("rulebook");
    }

    /** What the last reading of this process came to. */
    public Told last() {
        return last;
    }

    /** Reads the files; what is new waits for somebody to take it in. */
    public Told read() {
        return reading(null);
    }

    /** The same, taken in by whoever asks for it: they are its drafter, and somebody else publishes. */
    public Told read(Signed who) {
        who.require(Right.DRAFT_CLAUSE);
        return reading(who.actor());
    }

    private synchronized Told reading(@Nullable Actor by) {
        opened();
        var refused = new ArrayList<RefusedFile>();
        var city = sound(texts(refused), refused);
        var shipped = taken(Rulebook.shippedFiles());
        int proposed = proposed(shipped, city, by);
        for (var each : refused)
            for (var wrong : each.problems())
                LOG.warn("未采用本市规则文件 {} 第 {} 行：{}", each.file(), wrong.line(), wrong.what());
        last = new Told(clock.instant(), folder.toString(), city.size(), proposed, List.copyOf(refused));
        return last;
    }

    /** Publishes what the program is shipped with, where nothing was published yet. */
    void opened() {
        if (!table.empty()) return;
        var files = taken(Rulebook.shippedFiles());
        transaction.executeWithoutResult(any -> {
            acts.lock();
            if (!table.empty()) return;
            long act = acts.begin().number();
            var editions = editions(items(files), Source.SHIPPED, act, FIRST);
            table.insert(editions);
            var decisions = new LinkedHashMap<UUID, Decision>();
            for (var each : editions) decisions.put(each.id(), new Decision(Fate.PUBLISHED, 1, null, act, FIRST, ""));
            table.decide(decisions);
            files.forEach(each -> lay(each, Source.SHIPPED, act));
            announce(null, act, "published", editions);
        });
    }

    private static List<PracticeFile> taken(Map<String, String> files) {
        return files.entrySet().stream()
                .map(each -> PracticeFile.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Item> items(List<PracticeFile> files) {
        return files.stream().flatMap(each -> each.items().stream()).toList();
    }

    private static List<Edition> editions(List<Item> items, Source source, long act, String reason) {
        return items.stream()
                .map(each -> new Edition(
                        Ids.next(),
                        each.place(),
                        each.text(),
                        each.digest(),
                        each.file(),
                        source,
                        null,
                        act,
                        reason,
                        null))
                .toList();
    }

    private void lay(PracticeFile file, Source source, long act) {
        table.lay(file.name(), source, act, file.layout(), Edition.digest(file.layout()));
    }

    private void announce(@Nullable Actor by, long act, String what, List<Edition> editions) {
        var content = new Canonical().add("editions").add(what);
        for (var each : editions)
            content.add(each.id()).add(each.place().words()).add(each.digest());
        events.publishEvent(Auditable.of(
                by == null ? Actor.atTheMachine(Purposes.TAKING_IN_CLAUSES) : by,
                new Line(Verb.ADMINISTER, null, null, act, content.bytes())));
    }

    private Map<String, String> texts(List<RefusedFile> refused) {
        var all = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            if (named) refused.add(new RefusedFile(folder.toString(), List.of(new Problem(1, "没有这个文件夹"))));
            return all;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                if (name.startsWith(".") || Files.isDirectory(file)) continue;
                try {
                    all.put(name, text(file, name));
                } catch (Wrong wrong) {
                    refused.add(new RefusedFile(name, List.of(Problem.of(wrong))));
                }
            }
        } catch (IOException unreadable) {
            refused.add(new RefusedFile(folder.toString(), List.of(new Problem(1, "读不了这个文件夹，请检查权限"))));
        }
        return all;
    }

    private static String text(Path file, String name) {
        if (!PracticeFile.readable(name)) throw new Wrong(name, 1, "只读 .yaml 文件；其他文件请移出这个文件夹");
        try {
            if (Files.size(file) > LARGEST) throw new Wrong(name, 1, "文件超过 4 MB，请分成几个");
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException other) {
            throw new Wrong(name, 1, "不是 UTF-8 文本，请另存为 UTF-8");
        } catch (IOException unreadable) {
            throw new Wrong(name, 1, "读不了这个文件，请检查权限");
        }
    }

    /** The city's files that are right beside what stands and beside one another; the others are told. */
    private List<PracticeFile> sound(Map<String, String> texts, List<RefusedFile> refused) {
        var wrongs = new TreeMap<String, List<Problem>>();
        var left = new TreeMap<String, PracticeFile>();
        texts.forEach((name, text) -> {
            try {
                left.put(name, PracticeFile.of(name, text));
            } catch (Wrong wrong) {
                wrongs.put(name, List.of(Problem.of(wrong)));
            }
        });
        while (!left.isEmpty()) {
            var found = wrongs(texts, left);
            if (found.isEmpty()) break;
            found.forEach((name, list) -> {
                wrongs.put(name, list);
                left.remove(name);
            });
        }
        wrongs.forEach((name, list) -> refused.add(new RefusedFile(name, list)));
        return List.copyOf(left.values());
    }

    private Map<String, List<Problem>> wrongs(Map<String, String> texts, Map<String, PracticeFile> left) {
        var more = items(List.copyOf(left.values()));
        var places = more.stream().map(Item::place).collect(Collectors.toSet());
        var old = PracticeFiles.with(
                        table.standing(acts.head()).stream().map(Edition::item).toList(), more)
                .stream()
                .filter(each -> !places.contains(each.place()))
                .toList();
        var files = new LinkedHashMap<String, String>();
        PracticeFiles.of(table.layouts(), old).forEach((name, text) -> files.put("现行 " + name, text));
        left.keySet().forEach(name -> files.put(name, java.util.Objects.requireNonNull(texts.get(name))));
        var wrongs = BookReader.tried(files, Map.of(), Map.of()).wrongs();
        var own = wrongs.stream()
                .filter(each -> left.containsKey(each.file()))
                .collect(Collectors.groupingBy(
                        Wrong::file, TreeMap::new, Collectors.mapping(Problem::of, Collectors.toList())));
        if (!own.isEmpty() || wrongs.isEmpty()) return own;
        // What stands would no longer hold together: none of these files alone can be blamed.
        var told = List.of(new Problem(1, "与现行条款不合：" + wrongs.getFirst().told()));
        return left.keySet().stream().collect(Collectors.toMap(name -> name, any -> told));
    }

    /** What is new is told apart under the writers' lock: another process of this house may be reading the same files. */
    private int proposed(List<PracticeFile> shipped, List<PracticeFile> city, @Nullable Actor by) {
        Integer count = transaction.execute(any -> {
            acts.lock();
            return written(shipped, city, by);
        });
        return count == null ? 0 : count;
    }

    private int written(List<PracticeFile> shipped, List<PracticeFile> city, @Nullable Actor by) {
        var fresh = new Fresh(table.all(), table.standing(acts.head()));
        var newShipped = fresh.of(items(shipped), Source.SHIPPED);
        var newCity = fresh.of(items(city), Source.CITY);
        var layouts = table.layouts();
        var laid = new ArrayList<Map.Entry<PracticeFile, Source>>();
        shipped.forEach(each -> laid.add(Map.entry(each, Source.SHIPPED)));
        city.forEach(each -> laid.add(Map.entry(each, Source.CITY)));
        laid.removeIf(each -> !fits(each.getKey(), layouts.get(each.getKey().name())));
        if (newShipped.isEmpty() && newCity.isEmpty() && laid.isEmpty()) return 0;
        long act = acts.begin().number();
        var all = new ArrayList<>(editions(newShipped, Source.SHIPPED, act, "程序更新所带"));
        all.addAll(editions(newCity, Source.CITY, act, "本市文件"));
        table.insert(all);
        if (by != null) table.take(all.stream().map(Edition::id).toList(), by.account(), act);
        laid.forEach(each -> lay(each.getKey(), each.getValue(), act));
        announce(by, act, "proposed", all);
        return all.size();
    }

    /** A layout is taken over where it is new and has every place the one before had. */
    private static boolean fits(PracticeFile file, @Nullable String known) {
        return known == null
                || (!known.equals(file.layout())
                        && PracticeFiles.marks(file.layout()).containsAll(PracticeFiles.marks(known)));
    }

    /** Which texts are new. 新文本 */
    private static final class Fresh {

        private final Map<Place, String> standing = new HashMap<>();
        private final Map<Place, Map<Source, String>> latest = new HashMap<>();
        private final Map<Place, List<String>> ever = new HashMap<>();

        Fresh(List<Edition> all, List<Edition> standing) {
            standing.forEach(each -> this.standing.put(each.place(), each.digest()));
            for (var each : all) {
                latest.computeIfAbsent(each.place(), any -> new HashMap<>()).put(each.source(), each.digest());
                ever.computeIfAbsent(each.place(), any -> new ArrayList<>()).add(each.digest());
            }
        }

        /** Neither what stands, nor what this source said last, nor what was once read from somewhere else. */
        List<Item> of(List<Item> items, Source source) {
            return items.stream()
                    .filter(each -> !each.digest().equals(standing.get(each.place())))
                    .filter(each -> {
                        var said = latest.getOrDefault(each.place(), Map.of()).get(source);
                        return said == null
                                ? !ever.getOrDefault(each.place(), List.of()).contains(each.digest())
                                : !said.equals(each.digest());
                    })
                    .toList();
        }
    }
}
