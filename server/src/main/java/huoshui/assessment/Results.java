package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Outcome;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading what came of a round, for a purpose and journaled. Words of voters are seen by their editor alone; everybody else reads what the
 * editor made of them, without a source. 结果查阅
 */
@Component
public class Results {

    private final Rounds rounds;
    private final Instruments instruments;
    private final Closing closing;
    private final TallyTable tallies;
    private final Examinees examinees;
    private final SealedReadings readings;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    Results(
            Rounds rounds,
            Instruments instruments,
            Closing closing,
            TallyTable tallies,
            Examinees examinees,
            SealedReadings readings,
            Acts acts,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.closing = closing;
        this.tallies = tallies;
        this.examinees = examinees;
        this.readings = readings;
        this.acts = acts;
        this.events = events;
    }

    /** An instance as it may be read. */
    public record Instance(String item, String paraphrase) {}

    /**
     * What came of a round for one subject.
     *
     * @param instances as their editor put them; {@code unedited} more wait for one
     */
    public record Result(
            String round,
            RoundOccasion occasion,
            Confidentiality confidentiality,
            About kind,
            String name,
            Scorecard scorecard,
            List<Instance> instances,
            int unedited) {}

    /** Words as they came, for whoever puts them differently. */
    public record Raw(UUID id, String item, String words) {}

    /** @throws Refusal {@code no-round}, {@code not-closed}, {@code no-subject}, {@code sealed-chapter}, {@code purpose-required} */
    @Transactional
    public Result read(Signed who, UUID roundId, UUID subject) {
        var round = rounds.require(who, roundId);
        var instrument = opened(who, round, subject);
        var told = tallies.told(roundId, subject);
        var edited = told.stream()
                .filter(each -> each.paraphrase() != null)
                .map(each -> new Instance(each.item(), String.valueOf(each.paraphrase())))
                .toList();
        var about = round.about().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(Results::noSubject);
        return new Result(
                round.title(),
                round.occasion(),
                round.confidentiality(),
                about.kind(),
                examinees.named(about).name(),
                closing.scorecard(round, instrument, subject),
                edited,
                told.size() - edited.size());
    }

    /** Words that still wait for an editor. */
    @Transactional
    public List<Raw> raw(Signed who, UUID roundId, UUID subject) {
        who.require(Right.RUN_ROUNDS);
        var round = rounds.require(who, roundId);
        opened(who, round, subject);
        return tallies.told(roundId, subject).stream()
                .filter(each -> each.words() != null)
                .map(each -> new Raw(each.id(), each.item(), String.valueOf(each.words())))
                .toList();
    }

    /**
     * Puts words differently, so that their way of speaking tells nobody; the words themselves are gone then.
     *
     * @throws Refusal {@code no-instance}, {@code edited-already}, {@code same-words}
     */
    @Transactional
    public void paraphrase(Signed who, UUID roundId, UUID instance, @Nullable String text) {
        who.require(Right.RUN_ROUNDS);
        var paraphrase = Rounds.given(text, "转述");
        acts.begin();
        var round = rounds.require(who, roundId);
        var told = tallies.told(instance)
                .filter(each -> each.round().equals(roundId))
                .orElseThrow(() -> Refusal.absent("no-instance", "未找到：没有这条事例。请刷新后再选。"));
        opened(who, round, told.subject());
        if (told.words() == null) throw Refusal.input("edited-already", "未写入：这条事例已经转述。请刷新后查看。");
        if (paraphrase.equals(told.words().strip()))
            throw Refusal.input("same-words", "未写入：转述与原文一字不差，语气用词可能让人认出是谁写的。请换一种说法。");
        tallies.paraphrase(instance, paraphrase, who.account());
        var content = new Canonical().add("paraphrase").add(instance);
        events.publishEvent(Auditable.of(
                who.actor(),
                new Line(
                        Verb.ADMINISTER,
                        told.subject(),
                        chapter(round),
                        acts.begin().number(),
                        content.bytes())));
    }

    private Chapter chapter(Round round) {
        return instruments.instrument(round.edition()).chapter();
    }

    private Instrument opened(Signed who, Round round, UUID subject) {
        var ending = round.ending();
        if (ending == null) throw Refusal.input("not-closed", "未查阅：本轮还没有截止，截止前任何人不能看到结果。请在截止后再看。");
        if (ending.outcome() == Outcome.ANNULLED) throw Refusal.input("not-closed", "未查阅：本轮已作废，没有结果。");
        var about = round.about().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(Results::noSubject);
        var instrument = instruments.instrument(round.edition());
        // Nobody reads as staff what was said of themselves, their kin or their own team.
        if (!examinees.seen(who, about)) throw noSubject();
        readings.announce(who, subject, instrument.chapter(), "round", round.id());
        return instrument;
    }

    private static Refusal noSubject() {
        return Refusal.absent("no-subject", "未找到：本轮没有这个对象，或不在您的管理范围内，或按回避规定您不能查阅（本人、亲属及所在班子）。请从轮次页打开。");
    }
}
