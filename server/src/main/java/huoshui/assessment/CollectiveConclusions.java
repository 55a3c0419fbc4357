package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.ConclusionTable.Kept;
import huoshui.assessment.ConclusionTable.Said;
import huoshui.assessment.ConclusionTable.Serving;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Examined;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.RecordFact.Cancelled;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.ConclusionKind;
import huoshui.rule.Conclusions;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a meeting of named people concluded of the political quality of somebody or a team, why, and which results it had before it; what of
 * it was told to the person, and what they said to that. 集体结论
 *
 * <p>Written down as it was decided: nothing here reads a figure, and nothing that reads figures may write here (ArchitectureTests).
 */
@Component
public class CollectiveConclusions {

    private static final Chapter CHAPTER = Chapter.POLITICAL;
    private static final int FEWEST = 3;
    private static final int LEAST_REASON = 10;
    private static final String APPEAL = "APPEAL";
    private static final String ANSWER = "ANSWER";
    private static final Set<String> OF_TEAMS = Set.of("POLITICAL-QUALITY");

    private final ConclusionTable table;
    private final RoundTable rounds;
    private final Conclusions conclusions;
    private final Examinees examinees;
    private final Dossiers dossiers;
    private final Cities cities;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    CollectiveConclusions(
            ConclusionTable table,
            RoundTable rounds,
            Conclusions conclusions,
            Examinees examinees,
            Dossiers dossiers,
            Cities cities,
            Acts acts,
            ApplicationEventPublisher events) {
        this.table = table;
        this.rounds = rounds;
        this.conclusions = conclusions;
        this.examinees = examinees;
        this.dossiers = dossiers;
        this.cities = cities;
        this.acts = acts;
        this.events = events;
    }

    /**
     * A conclusion to be written down.
     *
     * @param deciders everybody who took part, the convener too
     * @param seen rounds whose results the meeting had before it
     */
    public record Concluding(
            @Nullable UUID subject,
            @Nullable About kind,
            @Nullable String code,
            @Nullable String value,
            @Nullable LocalDate day,
            @Nullable String meeting,
            @Nullable String convener,
            @Nullable List<String> deciders,
            @Nullable String reason,
            @Nullable String basis,
            @Nullable List<UUID> seen) {}

    /** A result that was before the meeting. */
    public record Seen(UUID round, String title) {}

    /** @param way 面谈、书面 */
    public record Served(LocalDate on, String text, String way) {}

    /** @param appeal whether it is an appeal 申诉, or one's view of it 本人意见 */
    public record Reply(boolean appeal, LocalDate day, String words) {}

    /**
     * A conclusion as it is read.
     *
     * @param cancelled whether its line in the dossier was cancelled since; it stays readable
     */
    public record Line(
            UUID id,
            String title,
            String value,
            LocalDate day,
            String meeting,
            String convener,
            List<String> deciders,
            String reason,
            String basis,
            List<Seen> seen,
            boolean cancelled,
            @Nullable Served served,
            List<Reply> replies) {}

    /** What was told to oneself. */
    public record Notice(UUID id, String title, LocalDate on, String text, String way, List<Reply> replies) {}

    /** The kinds of conclusions about political quality that this account may write down. */
    public List<ConclusionKind> kinds(Signed who) {
        return conclusions.writable(who).stream()
                .filter(each -> Conclusions.BY_MEETING.contains(each.code()))
                .toList();
    }

    /**
     * Writes down what a meeting concluded; of a person it becomes a fact of the dossier in the same act.
     *
     * @throws Refusal {@code no-subject}, {@code no-conclusion}, {@code bad-value}, {@code bad-dates}, {@code too-few-deciders},
     *     {@code no-convener}, {@code thin-reason}, {@code no-evidence}, {@code not-seen}, {@code incomplete}, {@code too-long}
     */
    @Transactional
    public UUID conclude(Signed who, Concluding asked) {
        who.require(Right.RECORD_FACT);
        var about = about(who, asked);
        var kind = kind(who, asked, about);
        var said = said(asked, kind);
        var day = Rounds.present(asked.day(), "会议日期");
        if (day.isAfter(acts.today())) throw Refusal.input("bad-dates", "未写入：会议日期晚于今天。请在会议开过以后再记。");
        long act = acts.begin().number();
        var seen = seen(who, about, day, asked.seen());
        var fact = about.kind() == About.TEAM ? null : recorded(who, about, asked, said, day);
        var kept = new Kept(
                UUID.randomUUID(), about.subject(), about.kind(), kind.code(), fact, day, who.account(), act, said);
        table.insert(kept, seen);
        announce(who, kept, "concluded", kept.id());
        return kept.id();
    }

    private Examined about(Signed who, Concluding asked) {
        var kind = Rounds.present(asked.kind(), "对象的种类");
        var id = Rounds.present(asked.subject(), "对象");
        var about = new Examined(kind == About.PERSON ? cities.now().kept(id) : id, kind, null);
        if (!examinees.seen(who, about))
            throw Refusal.absent("no-subject", "未找到：没有这个对象，或不在您的管理范围内，或按回避规定不能由您办理。请从档案列表打开。");
        return about;
    }

    private ConclusionKind kind(Signed who, Concluding asked, Examined about) {
        var code = Rounds.given(asked.code(), "结论种类");
        var kind = kinds(who).stream()
                .filter(each -> each.code().equals(code))
                .filter(each -> about.kind() == About.PERSON || OF_TEAMS.contains(code))
                .findFirst()
                .orElseThrow(() -> Refusal.input("no-conclusion", "未写入：没有这种结论，或不能由您记入。请从列表中选取。"));
        if (!kind.values().contains(asked.value()))
            throw Refusal.input(
                    "bad-value",
                    "未写入：“%s”的结论只能是%s，所填为“%s”。请重新选取。"
                            .formatted(kind.title(), String.join("、", kind.values()), asked.value()));
        return kind;
    }

    private static Said said(Concluding asked, ConclusionKind kind) {
        var deciders = Objects.requireNonNullElse(asked.deciders(), List.<String>of()).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (new HashSet<>(deciders).size() < deciders.size())
            throw Refusal.input("too-few-deciders", "未写入：参会人员有人写了两次。请去掉重复的一个。");
        if (deciders.size() < FEWEST)
            throw Refusal.input(
                    "too-few-deciders",
                    "未写入：集体研究须写明参会人员，至少 %d 人，所写 %d 人。请按会议纪要补全姓名。".formatted(FEWEST, deciders.size()));
        var convener = Rounds.given(asked.convener(), "主持人");
        if (!deciders.contains(convener))
            throw Refusal.input("no-convener", "未写入：主持人“%s”不在参会人员之中。请核对会议纪要。".formatted(convener));
        var reason = Rounds.given(asked.reason(), "理由");
        if (reason.length() < LEAST_REASON)
            throw Refusal.input("thin-reason", "未写入：理由不足 %d 字。请写明根据哪些表现、为什么这样定。".formatted(LEAST_REASON));
        return new Said(
                kind.title(),
                Rounds.present(asked.value(), "结论"),
                Rounds.given(asked.meeting(), "会议名称"),
                convener,
                deciders,
                reason,
                Rounds.given(asked.basis(), "依据"));
    }

    /** Only what was there on the day of the meeting can have been seen. */
    private List<UUID> seen(Signed who, Examined about, LocalDate day, @Nullable List<UUID> asked) {
        var seen = Objects.requireNonNullElse(asked, List.<UUID>of()).stream()
                .distinct()
                .toList();
        if (seen.isEmpty()) throw Refusal.input("no-evidence", "未写入：没有列出会议看过的测评结果。请至少选一轮；没有开过考察轮次的，请先组织，不能凭空定结论。");
        var told = rounds.told(ids(about), acts.begin().number());
        for (var round : seen)
            if (told.stream()
                    .noneMatch(each -> each.round().equals(round)
                            && Rounds.runs(who, each.home())
                            && !Round.day(each.closes(), acts.today()).isAfter(day)))
                throw Refusal.input("not-seen", "未写入：所列测评结果中有的不是这一对象的，或会议之后才截止。请从该对象的档案中重新选取。");
        return seen;
    }

    private Set<UUID> ids(Examined about) {
        return about.kind() == About.PERSON ? cities.now().ids(about.subject()) : Set.of(about.subject());
    }

    private UUID recorded(Signed who, Examined about, Concluding asked, Said said, LocalDate day) {
        var by = "%s；主持 %s；参会 %s".formatted(said.meeting(), said.convener(), String.join("、", said.deciders()));
        return conclusions
                .record(
                        who,
                        new Subject.Person(about.subject()),
                        new Conclusions.Concluded(
                                asked.code(),
                                said.value(),
                                by,
                                said.reason(),
                                PartialDate.day(day),
                                null,
                                said.basis()))
                .id();
    }

    /** Of one subject at both clocks, the latest first; whoever asks has opened its archive. */
    List<Line> lines(Examined about, AsOf at) {
        return table.of(ids(about), at.known()).stream()
                .filter(each -> !each.day().isAfter(at.valid()) && !erased(each))
                .map(each -> line(each, at.known()))
                .toList();
    }

    private Line line(Kept is, long known) {
        var said = is.said();
        var served = table.serving(is.id(), known)
                .map(each ->
                        new Served(each.on(), each.told().text(), each.told().way()))
                .orElse(null);
        return new Line(
                is.id(),
                said.title(),
                said.value(),
                is.day(),
                said.meeting(),
                said.convener(),
                said.deciders(),
                said.reason(),
                said.basis(),
                table.seen(is.id()).stream().map(this::seen).toList(),
                cancelled(is, known),
                served,
                replies(is.id(), known));
    }

    /** Whether its line in the dossier was emptied by two persons: nothing of it is told any more. */
    private boolean erased(Kept is) {
        return is.fact() != null
                && dossiers
                        .known(ids(new Examined(is.subject(), is.kind(), null)), List.of("conclusion"), acts.head())
                        .stream()
                        .anyMatch(each -> each.id().equals(is.fact()) && each.erased());
    }

    private boolean cancelled(Kept is, long known) {
        return is.fact() != null
                && dossiers
                        .known(ids(new Examined(is.subject(), is.kind(), null)), List.of("cancelled"), known)
                        .stream()
                        .anyMatch(each -> each.body() instanceof Cancelled line
                                && line.fact().equals(is.fact()));
    }

    private Seen seen(UUID round) {
        return new Seen(round, rounds.of(round).map(Round::title).orElse("—"));
    }

    private List<Reply> replies(UUID conclusion, long known) {
        return table.replies(conclusion, known).stream()
                .map(each -> new Reply(
                        each.sort().equals(APPEAL),
                        LocalDate.ofInstant(acts.of(each.act()).at(), Acts.ZONE),
                        each.words()))
                .toList();
    }

    /**
     * Tells the person of a conclusion what regulations let them be told; only then do they see it, and only these words.
     *
     * @throws Refusal {@code no-such-conclusion}, {@code team-not-told}, {@code told-already}, {@code bad-dates}, {@code incomplete}
     */
    @Transactional
    public void serve(Signed who, UUID id, @Nullable String text, @Nullable String way, @Nullable LocalDate on) {
        who.require(Right.RECORD_FACT);
        var told = Rounds.given(text, "告知的内容");
        var how = Rounds.given(way, "告知方式");
        var day = Rounds.present(on, "告知日期");
        long act = acts.begin().number();
        var kept = table.of(id)
                .filter(each -> who.sight().writes(CHAPTER))
                .filter(each -> examinees.seen(who, new Examined(each.subject(), each.kind(), null)))
                .orElseThrow(() -> Refusal.absent("no-such-conclusion", "未找到：没有这条结论，或不在您的管理范围内。请从档案重新打开。"));
        if (kept.kind() == About.TEAM) throw Refusal.input("team-not-told", "未办理：对班子的结论由会议向班子反馈，不在这里逐人告知。");
        if (cancelled(kept, act) || erased(kept))
            throw Refusal.input("conclusion-gone", "未办理：这条结论已经撤销或抹除，不能再告知本人。请从档案重新打开。");
        if (table.serving(id, act).isPresent()) throw Refusal.input("told-already", "未办理：这条结论已经告知过本人。请刷新后查看。");
        if (day.isBefore(kept.day()) || day.isAfter(acts.today()))
            throw Refusal.input("bad-dates", "未办理：告知日期应在会议之后、今天以前。请核对。");
        table.serve(id, new Serving(day, who.account(), act, new ConclusionTable.Told(told, how)));
        announce(who, kept, "served", id);
    }

    /** What was told to whoever asks, of themselves. */
    public List<Notice> own(Signed who) {
        who.require(Right.OWN_RECORD);
        var person = who.sight().person();
        if (person == null) return List.of();
        long head = acts.head();
        return table.of(cities.now().ids(cities.now().kept(person)), head).stream()
                .filter(each -> !erased(each))
                .flatMap(each -> table
                        .serving(each.id(), head)
                        .map(served -> new Notice(
                                each.id(),
                                each.said().title(),
                                served.on(),
                                served.told().text(),
                                served.told().way(),
                                replies(each.id(), head)))
                        .stream())
                .toList();
    }

    /**
     * One's own view of what one was told, or an appeal.
     *
     * @throws Refusal {@code no-such-notice}, {@code incomplete}, {@code too-long}
     */
    @Transactional
    public void reply(Signed who, UUID id, boolean appeal, @Nullable String text) {
        who.require(Right.OWN_RECORD);
        var words = Rounds.given(text, appeal ? "申诉的内容" : "意见");
        long act = acts.begin().number();
        var person = who.sight().person();
        var kept = table.of(id)
                .filter(each -> person != null
                        && cities.now().ids(cities.now().kept(person)).contains(each.subject()))
                .filter(each -> table.serving(id, act).isPresent())
                .orElseThrow(() -> Refusal.absent("no-such-notice", "未找到：没有这份告知。请从“告知与申诉”中打开。"));
        table.reply(id, new ConclusionTable.Reply(UUID.randomUUID(), appeal ? APPEAL : ANSWER, act, words));
        announce(who, kept, "replied", id);
    }

    private void announce(Signed who, Kept about, String what, UUID which) {
        var content = new Canonical().add("conclusion").add(what).add(which);
        events.publishEvent(Auditable.of(
                who.actor(),
                new Auditable.Line(
                        Verb.ADMINISTER, about.subject(), CHAPTER, acts.begin().number(), content.bytes())));
    }
}
