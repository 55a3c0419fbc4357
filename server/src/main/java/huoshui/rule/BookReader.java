package huoshui.rule;

import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.rule.Sheet.Part;
import huoshui.rule.Sheet.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole rulebook from its files, or says with file and line why not. 条款库认读
 *
 * <p>Everything wrong is told at once, as far as it can be.
 */
final class BookReader {

    private static final int SCHEMA = 1;
    private static final int TOLD = 20;
    private static final Set<String> HEADS =
            Set.of("schema", "regulations", "conclusions", "rows", "provisions", "cohorts", "gates");

    private final List<Wrong> wrongs = new ArrayList<>();
    private final Map<String, Regulation> regulations = new LinkedHashMap<>();
    private final Map<String, ConclusionKind> conclusions = new LinkedHashMap<>();
    private final Map<String, Part> cohorts = new LinkedHashMap<>();
    private final List<NotCarried> rows = new ArrayList<>();
    private final List<Part> clauses = new ArrayList<>();
    private final List<Part> gates = new ArrayList<>();
    private final Map<String, Criterion> saved;

    private BookReader(Map<String, Criterion> saved) {
        this.saved = saved;
    }

    /**
     * @param files text by name
     * @param saved cohorts kept elsewhere
     * @throws Refusal {@code bad-rulebook}
     */
    static Book read(Map<String, String> files, Map<String, Criterion> saved) {
        var read = tried(files, Map.of(), saved);
        if (read.book() == null || !read.wrongs().isEmpty()) throw refusal(read.wrongs());
        return read.book();
    }

    /** A book and all that is wrong with it; no book where it cannot be read at all. 读得的全本与差错 */
    record Tried(@Nullable Book book, List<Wrong> wrongs) {}

    /**
     * The same, without refusing.
     *
     * @param beside clauses that stand by themselves, by name of what they stand in
     */
    static Tried tried(Map<String, String> files, Map<String, String> beside, Map<String, Criterion> saved) {
        var reader = new BookReader(saved);
        files.forEach((name, text) -> reader.attempt(() -> reader.file(Sheet.read(name, text))));
        beside.forEach((name, text) -> reader.attempt(() -> reader.clauses.add(Sheet.read(name, text))));
        var book = reader.book();
        return new Tried(book, List.copyOf(reader.wrongs));
    }

    /**
     * One criterion about people, beside a book that is already read; YAML, hence JSON too.
     *
     * @throws Refusal {@code bad-criterion}
     */
    static Criterion criterion(String text, Book beside) {
        var kinds = new LinkedHashMap<String, ConclusionKind>();
        beside.conclusions().forEach(each -> kinds.put(each.code(), each));
        try {
            return new CriterionReader(kinds, Map.of(), beside.cohorts()).read(Sheet.read("条件", text), Speaks.PERSON);
        } catch (Wrong wrong) {
            throw Refusal.input("bad-criterion", "未采用这项条件：" + wrong.getMessage() + "。请在条件栏改正后再试。");
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (Wrong wrong) {
            wrongs.add(wrong);
        }
    }

    private void file(Part part) {
        var map = part.map(HEADS);
        var schema = Sheet.need(part, map, "schema");
        if (!schema.text().equals(String.valueOf(SCHEMA))) throw schema.wrong("读不懂第 %s 版的规则文件", schema.text());
        each(map, "regulations", this::regulation);
        each(map, "conclusions", this::conclusion);
        each(map, "rows", this::row);
        each(map, "cohorts", this::cohort);
        each(map, "provisions", clauses::add);
        each(map, "gates", gates::add);
    }

    private void each(Map<String, Part> map, String key, Consumer<Part> reading) {
        var list = map.get(key);
        if (list == null || list.isEmpty()) return;
        if (!list.isList()) throw list.wrong("“%s”应是一列", key);
        for (var part : list.list()) attempt(() -> reading.accept(part));
    }

    private void regulation(Part part) {
        var map = part.map(Set.of("key", "title", "edition", "from", "to", "note", "code"));
        var to = map.get("to");
        var is = new Regulation(
                Sheet.need(part, map, "key").text(),
                Sheet.need(part, map, "title").text(),
                Sheet.need(part, map, "edition").text(),
                Sheet.need(part, map, "from").since(),
                to == null ? null : to.day());
        if (is.to() != null && is.to().isBefore(is.from())) throw part.wrong("失效日期早于施行日期");
        if (regulations.put(is.title() + is.edition(), is) != null)
            throw part.wrong("《%s》%s 版写了两次", is.title(), is.edition());
    }

    private void conclusion(Part part) {
        var map = part.map(Set.of("code", "title", "values", "by", "chapter", "silent", "note"));
        var chapter = Sheet.need(part, map, "chapter");
        Chapter read;
        try {
            read = Chapter.valueOf(chapter.text().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw chapter.wrong("没有“%s”这一章", chapter.text());
        }
        var is = new ConclusionKind(
                Sheet.need(part, map, "code").text(),
                Sheet.need(part, map, "title").text(),
                Sheet.need(part, map, "values").list().stream().map(Part::text).toList(),
                Sheet.need(part, map, "by").text(),
                read,
                Sheet.text(map, "silent"));
        if (is.silent() != null && !is.values().contains(is.silent()))
            throw part.wrong("未作结论时的取值“%s”不在所列各项中", is.silent());
        if (is.values().size() > 60) throw part.wrong("结论的取值太多");
        if (conclusions.put(is.code(), is) != null) throw part.wrong("结论 %s 写了两次", is.code());
    }

    private void row(Part part) {
        var map = part.map(Set.of("code", "type", "status", "title", "reason"));
        rows.add(new NotCarried(
                Sheet.need(part, map, "code").text(),
                Sheet.need(part, map, "type").text(),
                ProvisionReader.status(Sheet.need(part, map, "status")),
                Sheet.need(part, map, "title").text(),
                Sheet.need(part, map, "reason").text()));
    }

    private void cohort(Part part) {
        var map = part.map(Set.of("name", "title", "criterion"));
        var name = Sheet.need(part, map, "name");
        if (cohorts.put(name.text(), Sheet.need(part, map, "criterion")) != null)
            throw name.wrong("人群“%s”写了两次", name.text());
    }

    private ProvisionReader provisions() {
        return new ProvisionReader(regulations, new CriterionReader(conclusions, cohorts, saved));
    }

    private @Nullable Book book() {
        var reader = provisions();
        var groups = new LinkedHashMap<String, Criterion>();
        cohorts.forEach((name, part) ->
                attempt(() -> groups.put(name, reader.criteria().cohort(name, part))));
        var read = new ArrayList<Clause>();
        for (var part : clauses) attempt(() -> read.add(new Clause(reader.read(part), part)));
        overlaps(read);
        twice(read);
        // Where a clause could not be read, gates that name it are not to blame.
        List<Gate> doors = wrongs.isEmpty() ? gates(read, groups) : List.of();
        if (!wrongs.isEmpty()) return null;
        var book = new Book(
                List.copyOf(regulations.values()),
                conclusions.values(),
                rows,
                read.stream().map(Clause::is).toList(),
                groups,
                doors);
        read.forEach(each -> wrongs.addAll(Examples.contradictions(each.is, book, each.part.file())));
        return book;
    }

    private List<Gate> gates(List<Clause> read, Map<String, Criterion> groups) {
        var reader = new GateReader(read.stream().map(Clause::is).toList(), groups);
        var doors = new ArrayList<Gate>();
        for (var part : gates) attempt(() -> doors.add(reader.read(part)));
        return doors;
    }

    /** A clause and where it stands. */
    private record Clause(Provision is, Part part) {}

    private void overlaps(List<Clause> read) {
        var byCode = read.stream().collect(Collectors.groupingBy(each -> each.is.code()));
        for (var editions : byCode.values()) {
            for (int i = 0; i < editions.size(); i++) {
                for (int j = 0; j < i; j++) overlap(editions.get(j).is, editions.get(i));
            }
        }
    }

    private void overlap(Provision other, Clause clause) {
        var one = clause.is;
        boolean apart = (one.to() != null && one.to().isBefore(other.from()))
                || (other.to() != null && other.to().isBefore(one.from()));
        if (!apart) wrongs.add(clause.part.wrong("%s 有两个版本同时施行（自 %s 与自 %s）", one.code(), other.from(), one.from()));
    }

    private void twice(List<Clause> read) {
        var left = rows.stream().map(NotCarried::code).collect(Collectors.toSet());
        for (var each : read)
            if (left.contains(each.is.code())) wrongs.add(each.part.wrong("%s 已转为条款，又列在未转清单中", each.is.code()));
    }

    static Refusal refusal(List<Wrong> wrongs) {
        var told = wrongs.stream().limit(TOLD).map(Wrong::told).collect(Collectors.joining("\n"));
        var more = wrongs.size() > TOLD ? "\n……另有 %d 处".formatted(wrongs.size() - TOLD) : "";
        return Refusal.input("bad-rulebook", "未采用规则文件：\n" + told + more);
    }
}
