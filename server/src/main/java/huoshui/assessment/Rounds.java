package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Ending;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.Round.Invited;
import huoshui.assessment.Round.Outcome;
import huoshui.dossier.city.Cities;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.View;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import huoshui.org.Organization;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rounds: opened, watched and ended by the unit that runs them; {@link Closing} closes them. 考察轮次
 *
 * <p>A round is seen by its own unit's accounts and by those who see the whole city.
 */
@Component
public class Rounds {

    private static final int LONGEST = 500;
    private static final int MOST_SUBJECTS = 60;
    private static final Duration ALIKE = Duration.ofDays(365);
    private static final int APART = InstrumentReader.FEWEST;

    private final RoundTable table;
    private final BallotTable ballots;
    private final RoundKeys keys;
    private final Instruments instruments;
    private final Voters voters;
    private final PeopleSearch search;
    private final Cities cities;
    private final Organization organization;
    private final Examinees examinees;
    private final Acts acts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rounds(
            RoundTable table,
            BallotTable ballots,
            RoundKeys keys,
            Instruments instruments,
            Voters voters,
            PeopleSearch search,
            Cities cities,
            Organization organization,
            Examinees examinees,
            Acts acts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.ballots = ballots;
        this.keys = keys;
        this.instruments = instruments;
        this.voters = voters;
        this.search = search;
        this.cities = cities;
        this.organization = organization;
        this.examinees = examinees;
        this.acts = acts;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first. */
    public List<Round> seen(Signed who) {
        return table.all().stream().filter(each -> sees(who, each)).toList();
    }

    /** @throws Refusal {@code no-round}, the same whether there is none or none in sight */
    public Round require(Signed who, UUID id) {
        return table.of(id)
                .filter(each -> sees(who, each))
                .orElseThrow(() -> Refusal.absent("no-round", "未找到：没有这一轮考察，或不由您单位组织。请从轮次列表打开。"));
    }

    private static boolean sees(Signed who, Round round) {
        return runs(who, round.home());
    }

    /** Whether rounds that this unit runs are seen. */
    static boolean runs(Signed who, @Nullable UUID home) {
        return who.sight().everything()
                || (home != null && home.equals(who.sight().home()));
    }

    /**
     * Opens a round: who is asked about whom, when and in what confidence is settled here and not changed any more.
     *
     * @throws Refusal {@code incomplete}, {@code bad-window}, {@code not-for}, {@code own-team}, {@code too-alike} and what voters are
     *     refused for
     */
    @Transactional
    public Round open(Signed who, OpenRound asked) {
        var round = settled(who, asked, false);
        table.insert(round);
        // Under the writers' lock: a key without its round is then nobody's, and may be swept away at the next start.
        keys.make(round.id());
        forgetIfUndone(round.id());
        announce(who, round, "opened", heads(round));
        return round;
    }

    /** Enters a round that was held on paper and is over. */
    Round enter(Signed who, OpenRound asked) {
        var round = settled(who, asked, true);
        table.insert(round);
        announce(who, round, "entered", heads(round));
        return round;
    }

    private static List<Integer> heads(Round round) {
        return round.invited().stream().map(Invited::heads).toList();
    }

    private Round settled(Signed who, OpenRound asked, boolean over) {
        who.require(Right.RUN_ROUNDS);
        var edition = instruments.requirePublished(given(asked.instrument(), "测评表"));
        var instrument = edition.instrument();
        if (!who.sight().writes(instrument.chapter()))
            throw Refusal.sight(
                    "not-writable",
                    "未开设：测评结果记入“%s”，您的角色不能写这一章。".formatted(instrument.chapter().word()));
        var occasion = present(asked.occasion(), "考察方式");
        if (!instrument.occasions().contains(occasion))
            throw Refusal.input(
                    "not-for", "未开设：《%s》不用于%s考察。请改选测评表或考察方式。".formatted(instrument.title(), occasion.word()));
        var confidentiality = present(asked.confidentiality(), "保密方式");
        var opens = instant(present(asked.opens(), "开始时间"));
        var closes = instant(present(asked.closes(), "截止时间"));
        window(opens, closes, over);
        var about = about(who, instrument, asked);
        var invited = voters.settle(who, instrument, asked, about);
        long act = acts.begin().number();
        var round = new Round(
                UUID.randomUUID(),
                edition.id(),
                given(asked.title(), "轮次名称"),
                occasion,
                confidentiality,
                who.sight().home(),
                opens,
                closes,
                given(asked.basis(), "依据"),
                who.account(),
                act,
                about,
                invited,
                null);
        apart(round, edition.code());
        return round;
    }

    private void window(Instant opens, Instant closes, boolean over) {
        boolean past = !clock.instant().isBefore(closes);
        if (opens.isBefore(closes) && past == over) return;
        throw Refusal.input(
                "bad-window", over ? "未补录：补录的须是已经截止的轮次，且截止时间晚于开始时间。请改填；尚未截止的，请开设轮次。" : "未开设：截止时间应晚于开始时间，且晚于现在。请改填。");
    }

    /** A round that comes to nothing leaves no key behind. */
    private void forgetIfUndone(UUID round) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_ROLLED_BACK) return;
                keys.destroy(round);
                keys.forgotten(round);
            }
        });
    }

    private List<Examined> about(Signed who, Instrument instrument, OpenRound asked) {
        var all = new ArrayList<Examined>();
        var view = search.view(who.sight());
        for (var each : Objects.requireNonNullElse(asked.subjects(), List.<OpenRound.Subject>of())) {
            var kind = present(each.kind(), "测评对象的种类");
            if (!instrument.about().contains(kind))
                throw Refusal.input("not-for", "未开设：《%s》不测评%s。请改选测评表或对象。".formatted(instrument.title(), kind.word()));
            all.add(new Examined(subject(who, view, kind, present(each.id(), "测评对象")), kind, null));
        }
        if (all.isEmpty()) throw Refusal.input("incomplete", "未开设：没有测评对象。请至少选一个。");
        if (all.size() > MOST_SUBJECTS)
            throw Refusal.input("too-many", "未开设：一轮最多 %d 个对象，所选 %d 个。请分成几轮。".formatted(MOST_SUBJECTS, all.size()));
        if (all.stream().distinct().count() < all.size()) throw Refusal.input("subject-twice", "未开设：同一对象列了两次。请去掉一个。");
        return all;
    }

    private UUID subject(Signed who, View view, About kind, UUID id) {
        if (kind == About.PERSON) {
            var person = view.require(cities.now(), id);
            if (!person.footing().cadre())
                throw Refusal.input(
                        "no-cadre",
                        "未开设：%s是人才，不是干部，不作干部测评的对象。请改选干部。".formatted(person.who().name()));
            return person.id();
        }
        var team = organization
                .now()
                .team(id)
                .filter(each -> who.sight().seesUnit(each.is().unit()))
                .orElseThrow(() -> Refusal.absent("no-such-team", "未找到：没有这个班子，或不在您的管理范围内。请从班子列表选取。"))
                .id();
        if (!examinees.seen(who, new Examined(team, About.TEAM, null)))
            throw Refusal.sight("own-team", "未开设：所选班子有您本人或亲属，按回避规定不能由您组织。请交另一人办理。");
        return team;
    }

    /**
     * One subject is never totalled twice over groups that differ by one to four, taken one by one or together as small ones are
     * merged: the few could be told by subtraction.
     */
    private void apart(Round round, String instrument) {
        if (round.confidentiality() == Confidentiality.NAMED) return;
        for (var other : table.all()) {
            if (other.confidentiality() == Confidentiality.NAMED || annulled(other)) continue;
            if (other.closes().plus(ALIKE).isBefore(round.opens())) continue;
            if (!instruments.edition(other.edition()).code().equals(instrument)) continue;
            if (other.about().stream().map(Examined::subject).noneMatch(each -> asks(round, each))) continue;
            int differ = nearest(round, other);
            if (differ < APART)
                throw Refusal.input(
                        "too-alike",
                        "未开设：与“%s”对象相同，而有的主体（或几类合计）应参名单只差 %d 人，两次结果相减可推知这几个人的意见。请用同一名单，或相差 %d 人以上。"
                                .formatted(other.title(), differ, APART));
        }
    }

    private static boolean asks(Round round, UUID subject) {
        return round.about().stream().anyMatch(each -> each.subject().equals(subject));
    }

    private static boolean annulled(Round round) {
        return round.ending() != null && round.ending().outcome() == Outcome.ANNULLED;
    }

    /** By how few people two rounds differ in any of their groups or any of these together; those alike do not count. */
    private static int nearest(Round one, Round other) {
        var voices = Stream.of(one, other)
                .flatMap(each -> each.invited().stream())
                .map(Invited::voice)
                .distinct()
                .toList();
        int nearest = Integer.MAX_VALUE;
        for (int chosen = 1; chosen < 1 << voices.size(); chosen++) {
            var together = new HashSet<String>();
            for (int i = 0; i < voices.size(); i++) if ((chosen >> i & 1) == 1) together.add(voices.get(i));
            int differ = difference(people(one, together), people(other, together));
            if (differ > 0) nearest = Math.min(nearest, differ);
        }
        return nearest;
    }

    private static Set<UUID> people(Round round, Set<String> voices) {
        var all = new HashSet<UUID>();
        round.invited().stream()
                .filter(each -> voices.contains(each.voice()))
                .forEach(each -> all.addAll(each.people()));
        return all;
    }

    private static int difference(Set<UUID> one, Set<UUID> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        int both = Math.toIntExact(one.stream().filter(other::contains).count());
        return one.size() + other.size() - 2 * both;
    }

    /** Takes a subject out while the round runs; what was said of it already is not kept. */
    @Transactional
    public Round withdraw(Signed who, UUID id, UUID subject, @Nullable String reason) {
        who.require(Right.RUN_ROUNDS);
        var why = given(reason, "撤出的理由");
        long act = acts.begin().number();
        var round = requireOpen(who, id);
        var standing = round.standing();
        if (standing.stream().noneMatch(each -> each.subject().equals(subject)))
            throw Refusal.absent("no-subject", "未办理：本轮没有这个对象，或已撤出。请刷新后再选。");
        if (standing.size() == 1) throw Refusal.input("last-subject", "未办理：本轮只剩这一个对象。请改为作废本轮。");
        table.withdraw(id, subject, who.account(), act, why);
        announce(who, round, "withdrawn", List.of());
        return require(who, id);
    }

    /** Ends a round without a result; its ballots are destroyed. */
    @Transactional
    public Round annul(Signed who, UUID id, @Nullable String reason) {
        who.require(Right.RUN_ROUNDS);
        var why = given(reason, "作废的理由");
        long act = acts.begin().number();
        var round = requireOpen(who, id);
        ballots.shut(id);
        ballots.empty(id);
        table.end(id, new Ending(Outcome.ANNULLED, who.account(), act, why));
        announce(who, round, "annulled", List.of());
        return require(who, id);
    }

    /** @throws Refusal {@code ended} */
    Round requireOpen(Signed who, UUID id) {
        var round = require(who, id);
        if (round.ending() != null) throw new Refusal(Refusal.Sort.CONFLICT, "ended", "未办理：本轮已经办结。请刷新后查看。");
        return round;
    }

    /** Rounds that have not ended. */
    List<Round> running() {
        return table.running();
    }

    Optional<Round> find(UUID id) {
        return table.of(id);
    }

    void end(Round round, Ending ending) {
        table.end(round.id(), ending);
    }

    /** To the journal: that it happened and how many, never who or what. */
    void announce(Signed who, Round round, String what, List<Integer> counts) {
        var content = new Canonical()
                .add("round")
                .add(what)
                .add(round.id())
                .add(round.confidentiality().name());
        counts.forEach(each -> content.add(each.longValue()));
        events.publishEvent(Auditable.of(
                who.actor(), new Line(Verb.ADMINISTER, null, null, acts.begin().number(), content.bytes())));
    }

    static <T> T present(@Nullable T value, String what) {
        if (value == null) throw Refusal.input("incomplete", "未办理：没有填%s。请填写后再提交。".formatted(what));
        return value;
    }

    static String given(@Nullable String text, String what) {
        var words = present(text, what).strip();
        if (words.isEmpty()) throw Refusal.input("incomplete", "未办理：没有填%s。请填写后再提交。".formatted(what));
        if (words.length() > LONGEST) throw Refusal.input("too-long", "未办理：%s超过 500 字。请写得简短一些。".formatted(what));
        return words;
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(Acts.ZONE).toInstant();
    }
}
