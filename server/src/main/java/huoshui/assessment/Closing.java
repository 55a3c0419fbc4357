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
import java.util.ArrayList;
import java.util.List;
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
        long act = acts.begin().number();
        var round = rounds.requireOpen(who, id);
        boolean early = clock.instant().isBefore(round.closes());
        if (early && (reason == null || reason.isBlank()))
            throw Refusal.input("no-reason", "未截止：还没有到截止时间。提前截止须写理由，例如应答人员均已答复。");
        var key = keys.of(id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Sort.CONFLICT, "no-round-key", "未截止：本轮的票钥不在密钥文件夹中（由备份恢复的库没有票钥），票面读不出来。请作废本轮，重新组织。"));
        ballots.shut(id);
        var edition = instruments.edition(round.edition());
        var instrument = edition.instrument();
        var about = round.standing();
        var issued = ballots.issued(id);
        round.invited().forEach(each -> issued.putIfAbsent(each.voice(), 0));
        var tallied = new Tally(instrument, round.confidentiality(), issued, RANDOM)
                .of(about.stream().map(Examined::subject).toList(), opened(key, id));
        tallies.insert(id, tallied);
        ballots.empty(id);
        var why = reason == null || reason.isBlank() ? "按期截止" : Rounds.given(reason, "提前截止的理由");
        rounds.end(round, new Ending(Outcome.CLOSED, who.account(), act, why));
        for (var each : about) record(who, round, edition, each);
        rounds.announce(
                who,
                round,
                "closed",
                tallied.counts().stream().map(Tally.Count::valid).toList());
        return rounds.require(who, id);
    }

    private List<Ballot> opened(RoundKey key, UUID round) {
        var all = new ArrayList<Ballot>();
        for (Boxed each : ballots.box(round))
            all.add(new Ballot(each.voice(), each.person(), Ballots.read(key.open(each.code(), each.sealed()))));
        return all;
    }

    /** The outcome as a fact, where there is one. */
    private void record(Signed who, Round round, InstrumentEdition edition, Examined about) {
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
            teams.assessed(who.actor(), about.subject(), body, PartialDate.day(acts.today()), basis);
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
        dossiers.record(who.actor(), person, body, Span.since(acts.today()), basis);
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
    }

    /** Finishes what a stop between the act and its end left undone. */
    @EventListener(ApplicationReadyEvent.class)
    public void finish() {
        for (var id : keys.held()) {
            var round = rounds.find(id);
            if (round.isEmpty() || round.get().ending() == null) continue;
            LOG.info("a round that had ended was still to be forgotten");
            forget(id);
        }
    }
}
