package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.BallotTable.Boxed;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Ending;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.Round.Outcome;
import huoshui.assessment.RoundKeys.RoundKey;
import huoshui.assessment.Tally.Ballot;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.AssessmentFact.Assessed;
import huoshui.dossier.fact.AssessmentFact.Mark;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Teams;
import huoshui.org.fact.TeamFact;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a round: in one act the box becomes a tally that nobody can lead back, the outcome a fact, and the codes are gone. 截止计票
 *
 * <p>After the act the two tables are written anew and the round's key is destroyed, so that what the write-ahead log and backups still
 * hold of ballots cannot be read. Where the program stops between, the next start does it.
 */
@Component
public class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rounds rounds;
    private final Instruments instruments;
    private final BallotTable ballots;
    private final TallyTable tallies;
    private final RoundKeys keys;
    private final Dossiers dossiers;
    private final Cities cities;
    private final Examinees examinees;
    private final Teams teams;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Closing(
            Rounds rounds,
            Instruments instruments,
            BallotTable ballots,
            TallyTable tallies,
            RoundKeys keys,
            Dossiers dossiers,
            Cities cities,
            Examinees examinees,
            Teams teams,
            Acts acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.ballots = ballots;
        this.tallies = tallies;
        this.keys = keys;
        this.dossiers = dossiers;
        this.cities = cities;
        this.examinees = examinees;
        this.teams = teams;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @throws Refusal {@code no-round}, {@code ended}, {@code no-reason} before the window is over, {@code no-round-key} */
    public Round close(Signed who, UUID id, @Nullable String reason) {
        who.require(Right.RUN_ROUNDS);
        var closed = Objects.requireNonNull(transaction.execute(any -> closed(who, id, reason)));
        forget(id);
        return closed;
    }

    /** Ends it without a result, and what was handed in is gone. */
    public Round annul(Signed who, UUID id, @Nullable String reason) {
        var annulled = rounds.annul(who, id, reason);
        forget(id);
        return annulled;
    }

    private Round closed(Signed who, UUID id, @Nullable String reason) {
        acts.begin();
        var round = rounds.requireOpen(who, id);
        boolean early = clock.instant().isBefore(round.closes());
        if (early && (reason == null || reason.isBlank()))
            throw Refusal.input("no-reason", "未截止：还没有到截止时间。提前截止须写理由，例如应答人员均已答复。");
        var key = keys.of(id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Sort.CONFLICT, "no-round-key", "未截止：本轮的票钥不在密钥文件夹中（由备份恢复的库没有票钥），票面读不出来。请作废本轮，重新组织。"));
        ballots.shut(id);
        var issued = ballots.issued(id);
        round.invited().forEach(each -> issued.putIfAbsent(each.voice(), 0));
        var box = opened(key, id);
        ballots.empty(id);
        var why = reason == null || reason.isBlank() ? "按期截止" : Rounds.given(reason, "提前截止的理由");
        return told(who, round, issued, box, why);
    }

    /** A round that was held on paper: what its box held, as it was typed in, becomes its tally. */
    Round paper(Signed who, Round round, List<Ballot> box) {
        var issued = new HashMap<String, Integer>();
        round.invited().forEach(each -> issued.put(each.voice(), each.heads()));
        return told(who, round, issued, box, "纸质票补录");
    }

    private Round told(Signed who, Round round, Map<String, Integer> issued, List<Ballot> box, String why) {
        var day = Round.day(round.closes(), acts.today());
        var edition = instruments.edition(round.edition());
        var about = round.standing();
        var tallied = new Tally(edition.instrument(), round.confidentiality(), issued, RANDOM)
                .of(about.stream().map(Examined::subject).toList(), box);
        tallies.insert(round.id(), tallied);
        rounds.end(round, new Ending(Outcome.CLOSED, who.account(), acts.begin().number(), why));
        for (var each : about) record(who, round, edition, each, day);
        rounds.announce(
                who,
                round,
                "closed",
                tallied.counts().stream().map(Tally.Count::valid).toList());
        return rounds.require(who, round.id());
    }

    private List<Ballot> opened(RoundKey key, UUID round) {
        var all = new ArrayList<Ballot>();
        for (Boxed each : ballots.box(round))
            all.add(new Ballot(each.voice(), each.person(), Ballots.read(key.open(each.code(), each.sealed()))));
        return all;
    }

    /** The outcome as a fact, where there is one. */
    private void record(Signed who, Round round, InstrumentEdition edition, Examined about, LocalDate day) {
        var card = scorecard(round, edition.instrument(), about.subject());
        if (card.groups().isEmpty()) return;
        int voices = card.groups().stream().mapToInt(Scorecard.Group::valid).sum();
        var basis = "%s；《%s》第 %d 版，%s"
                .formatted(
                        round.basis(),
                        edition.instrument().title(),
                        edition.version(),
                        round.confidentiality().word());
        if (about.kind() == About.TEAM) {
            var body = new TeamFact.Assessed(
                    round.id(),
                    edition.code(),
                    edition.version(),
                    round.title(),
                    round.occasion().word(),
                    voices);
            // A team that has ceased meanwhile was asked about all the same: told of the last day it stood.
            examinees
                    .lastDay(about.subject())
                    .map(last -> last.isBefore(day) ? last : day)
                    .ifPresent(on -> teams.assessed(who.actor(), about.subject(), body, PartialDate.day(on), basis));
            return;
        }
        var marks = card.dimensions().stream()
                .map(each -> new Mark(
                        each.name(),
                        each.sign().word(),
                        each.overall().n(),
                        each.overall().mean()))
                .toList();
        var body = new Assessed(
                round.id(),
                edition.code(),
                edition.version(),
                round.title(),
                round.occasion().word(),
                round.confidentiality().word(),
                voices,
                marks,
                edition.instrument().chapter());
        var person = new Subject.Person(cities.now().kept(about.subject()));
        dossiers.record(who.actor(), person, body, Span.since(day), basis);
    }

    /** Totalled anew from the sheets as they are kept. */
    Scorecard scorecard(Round round, Instrument instrument, UUID subject) {
        return new Totals(instrument, round.heads(), round.confidentiality())
                .of(subject, tallies.counts(round.id(), subject), tallies.sheets(round.id(), subject));
    }

    /** What is left of ballots in files of the database and on disk becomes unreadable. */
    private void forget(UUID round) {
        keys.destroy(round);
        ballots.rewrite();
        keys.forgotten(round);
    }

    /**
     * Finishes what a stop left undone: keys of rounds that ended, or that never came to be, go; tables that were still to be written
     * anew are.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void finish() {
        if (!keys.anything()) return;
        // Nobody opens or closes meanwhile, here or in another process.
        transaction.executeWithoutResult(any -> {
            acts.lock();
            keys.sweepDrafts();
            for (var id : keys.held()) {
                var round = rounds.find(id);
                if (round.isEmpty() || round.get().ending() != null) keys.destroy(id);
            }
        });
        var left = keys.unswept();
        if (left.isEmpty()) return;
        LOG.info("rounds that had ended were still to be forgotten: {}", left.size());
        ballots.rewrite();
        left.forEach(keys::forgotten);
    }
}
