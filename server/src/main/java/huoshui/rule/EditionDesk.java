package huoshui.rule;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.rule.Edition.Decision;
import huoshui.rule.Edition.Fate;
import huoshui.rule.Edition.Item;
import huoshui.rule.Edition.Place;
import huoshui.rule.Edition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proposals and what becomes of them: one person drafts, another publishes or refuses, with a reason, having looked at the
 * difference. 条款公布
 */
@Component
public class EditionDesk {

    private static final int LONGEST = 500;
    private static final int TOGETHER = 200;

    private final EditionTable table;
    private final Editions editions;
    private final ClauseDifferences differences;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    EditionDesk(
            EditionTable table,
            Editions editions,
            ClauseDifferences differences,
            Acts acts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.table = table;
        this.editions = editions;
        this.differences = differences;
        this.acts = acts;
        this.events = events;
        this.transaction = transaction;
    }

    /** The difference somebody looked at, by its digest; on which days it is made is not theirs to choose. 看过的差异 */
    public record Seen(String digest) {}

    Edition put(Signed who, LongFunction<Edition> made) {
        return Objects.requireNonNull(transaction.execute(any -> {
            long act = acts.begin().number();
            var edition = made.apply(act);
            table.insert(List.of(edition));
            announce(who, act, "proposed", List.of(edition), edition.reason());
            return edition;
        }));
    }

    static String reason(@Nullable String reason, String undone) {
        if (reason == null || reason.isBlank()) throw Refusal.input("no-reason", undone + "：没有写理由。请写明依据的文件、会议或考虑。");
        if (reason.length() > LONGEST) throw Refusal.input("too-long", undone + "：理由超过 500 字。请写得简短一些。");
        return reason.strip();
    }

    /** @throws Refusal {@code no-edition}, {@code decided-already} */
    List<Edition> open(List<UUID> ids) {
        if (ids.isEmpty() || ids.size() > TOGETHER)
            throw Refusal.input("no-edition", "未办理：没有选中提请的条款，或一次超过 200 条。请重新选取。");
        var all = new ArrayList<Edition>();
        for (var id : ids.stream().distinct().toList()) {
            var edition = table.of(id).orElseThrow(() -> Refusal.absent("no-edition", "未找到：没有这项提请。请刷新待公布的条款后再选。"));
            if (!edition.open())
                throw Refusal.input(
                        "decided-already",
                        "未办理：%s 的这项提请已经办结。请刷新后查看结果。".formatted(edition.place().words()));
            all.add(edition);
        }
        return all;
    }

    /** The book as it would be with these. @throws Refusal {@code bad-rulebook}, {@code two-texts} */
    Editions.Would would(List<Edition> proposals) {
        if (proposals.stream().map(Edition::place).distinct().count() < proposals.size())
            throw Refusal.input("two-texts", "未办理：所选提请中有两项写的是同一条同一施行日。请只选其中一项。");
        var would = editions.would(
                editions.standing(), proposals.stream().map(Edition::item).toList());
        if (would.book() == null || !would.wrongs().isEmpty()) throw BookReader.refusal(would.wrongs());
        return would;
    }

    /**
     * Publishes proposals, all or none: by a second named person who sees everybody whom they concern.
     *
     * @throws Refusal {@code not-everybody}, {@code no-edition}, {@code decided-already}, {@code not-taken-in}, {@code oneself},
     *     {@code no-reason}, {@code bad-rulebook}, {@code difference-unseen}, {@code difference-changed}, {@code book-changed}
     */
    public void publish(Signed who, List<UUID> ids, String reason, @Nullable Seen seen) {
        who.require(Right.PUBLISH_CLAUSE);
        if (!who.sight().everything())
            throw Refusal.sight("not-everybody", "未公布：条款管全市，您的管理范围不是全市，看不全这次改动涉及哪些人。请由管理范围为全市的人公布。");
        var why = reason(reason, "未公布");
        var proposals = open(ids);
        proposals.stream().filter(each -> each.proposedBy() == null).findFirst().ifPresent(each -> {
            throw Refusal.input(
                    "not-taken-in",
                    "未公布：%s 来自文件，还没有人采纳。请先由一人采纳，再由另一人公布。".formatted(each.place().words()));
        });
        if (proposals.stream().anyMatch(each -> who.account().equals(each.proposedBy())))
            throw Refusal.sight("oneself", "未公布：草拟人不能公布自己草拟的条款。请另一人办理。");
        long turn = editions.turn(acts.head());
        var would = would(proposals);
        var told = seen(who, would, seen);
        transaction.executeWithoutResult(any -> {
            acts.lock();
            if (editions.turn(acts.head()) != turn)
                throw new Refusal(Refusal.Sort.CONFLICT, "book-changed", "未公布：看差异之后条款库已有新的公布。请重看差异后再定。");
            open(ids);
            write(who, proposals, would.ended(), why, told);
        });
    }

    /** What the decider saw, reckoned again: it must come to the same. */
    private String seen(Signed who, Editions.Would would, @Nullable Seen seen) {
        if (seen == null) throw Refusal.input("difference-unseen", "未公布：还没有看全市差异。请先看差异，再公布。");
        long head = acts.head();
        var now = differences.between(who, editions.book(head), would, new AsOf(acts.today(), head));
        if (!now.digest().equals(seen.digest()))
            throw new Refusal(Refusal.Sort.CONFLICT, "difference-changed", "未公布：差异与您看过的已不相同。请重看差异后再定。");
        return now.told();
    }

    private void write(Signed who, List<Edition> proposals, List<Item> ended, String why, String told) {
        long act = acts.begin().number();
        var standing = new LinkedHashMap<Place, Edition>();
        editions.standing().forEach(each -> standing.put(each.place(), each));
        var decisions = new LinkedHashMap<UUID, Decision>();
        for (var each : proposals)
            decisions.put(
                    each.id(),
                    new Decision(Fate.PUBLISHED, next(standing.get(each.place())), who.account(), act, why, told));
        var closed = ended.stream()
                .map(each -> new Edition(
                        Ids.next(),
                        each.place(),
                        each.text(),
                        each.digest(),
                        each.file(),
                        Source.PAGE,
                        who.account(),
                        act,
                        "由后一版本接替，终止于其前一日",
                        null))
                .toList();
        table.insert(closed);
        for (var each : closed)
            decisions.put(
                    each.id(),
                    new Decision(Fate.PUBLISHED, next(standing.get(each.place())), who.account(), act, why, told));
        table.decide(decisions);
        var all = new ArrayList<>(proposals);
        all.addAll(closed);
        announce(who, act, "published", all, why + "\n" + told);
    }

    private static int next(@Nullable Edition standing) {
        if (standing == null
                || standing.decision() == null
                || standing.decision().version() == null) return 1;
        return standing.decision().version() + 1;
    }

    /**
     * Takes texts in that were read from files: whoever does is their drafter, and somebody else publishes.
     *
     * @throws Refusal {@code no-edition}, {@code decided-already}, {@code taken-already}
     */
    public void take(Signed who, List<UUID> ids) {
        who.require(Right.DRAFT_CLAUSE);
        transaction.executeWithoutResult(any -> {
            acts.lock();
            var proposals = open(ids);
            for (var each : proposals)
                if (each.proposedBy() != null)
                    throw Refusal.input(
                            "taken-already",
                            "未采纳：%s 已有人提请或采纳。请刷新待公布的条款后再选。"
                                    .formatted(each.place().words()));
            long act = acts.begin().number();
            table.take(proposals.stream().map(Edition::id).toList(), who.account(), act);
            announce(who, act, "taken", proposals, "");
        });
    }

    /** Refuses proposals. @throws Refusal {@code no-edition}, {@code decided-already}, {@code no-reason}, {@code oneself} */
    public void refuse(Signed who, List<UUID> ids, String reason) {
        who.require(Right.PUBLISH_CLAUSE);
        var why = reason(reason, "未办理");
        if (open(ids).stream().anyMatch(each -> who.account().equals(each.proposedBy())))
            throw Refusal.sight("oneself", "未办理：这是您自己草拟的条款。不再需要的，请撤回。");
        close(who, ids, Fate.REFUSED, why);
    }

    /** Takes one's own proposal back. @throws Refusal {@code no-edition}, {@code decided-already}, {@code from-a-file}, {@code not-own} */
    public void withdraw(Signed who, UUID id, String reason) {
        who.require(Right.DRAFT_CLAUSE);
        var why = reason(reason, "未撤回");
        var proposal = open(List.of(id)).getFirst();
        if (proposal.source() != Edition.Source.PAGE && who.account().equals(proposal.proposedBy()))
            throw Refusal.sight("from-a-file", "未撤回：这项来自文件，您只是采纳，撤回会使它不再提出。要不予公布，请有公布权限的人办理。");
        if (!who.account().equals(proposal.proposedBy()))
            throw Refusal.sight("not-own", "未撤回：这项提请不是您草拟的。要不予公布，请有公布权限的人办理。");
        close(who, List.of(id), Fate.WITHDRAWN, why);
    }

    private void close(Signed who, List<UUID> ids, Fate fate, String why) {
        transaction.executeWithoutResult(any -> {
            acts.lock();
            var proposals = open(ids);
            long act = acts.begin().number();
            var decisions = new LinkedHashMap<UUID, Decision>();
            for (var each : proposals) decisions.put(each.id(), new Decision(fate, null, who.account(), act, why, ""));
            table.decide(decisions);
            announce(who, act, fate.name(), proposals, why);
        });
    }

    private void announce(Signed who, long act, String what, List<Edition> about, String why) {
        var content = new Canonical().add("editions").add(what).add(why);
        for (var each : about) content.add(each.id()).add(each.place().words()).add(each.digest());
        events.publishEvent(Auditable.of(who.actor(), new Line(Verb.ADMINISTER, null, null, act, content.bytes())));
    }
}
