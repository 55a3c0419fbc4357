package huoshui.assessment.web;

import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.Closing;
import huoshui.assessment.Confidentiality;
import huoshui.assessment.Examinees;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Instruments;
import huoshui.assessment.OpenRound;
import huoshui.assessment.PastRounds;
import huoshui.assessment.Results;
import huoshui.assessment.Round;
import huoshui.assessment.RoundOccasion;
import huoshui.assessment.Rounds;
import huoshui.assessment.Slips;
import huoshui.dossier.city.Cities;
import huoshui.kernel.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rounds: opened, watched, closed, read. 考察轮次 */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundPages {

    private final Rounds rounds;
    private final PastRounds past;
    private final Instruments instruments;
    private final Slips slips;
    private final Closing closing;
    private final Results results;
    private final Accounts accounts;
    private final Cities cities;
    private final Examinees examinees;

    RoundPages(
            Rounds rounds,
            PastRounds past,
            Instruments instruments,
            Slips slips,
            Closing closing,
            Results results,
            Accounts accounts,
            Cities cities,
            Examinees examinees) {
        this.rounds = rounds;
        this.past = past;
        this.instruments = instruments;
        this.slips = slips;
        this.closing = closing;
        this.results = results;
        this.accounts = accounts;
        this.cities = cities;
        this.examinees = examinees;
    }

    /** One round in the list. */
    record RoundLine(
            UUID id,
            String title,
            RoundOccasion occasion,
            Confidentiality confidentiality,
            String statement,
            Instant opens,
            Instant closes,
            Round.@Nullable Outcome outcome) {

        static RoundLine of(Round round) {
            return new RoundLine(
                    round.id(),
                    round.title(),
                    round.occasion(),
                    round.confidentiality(),
                    round.confidentiality().statement(),
                    round.opens(),
                    round.closes(),
                    round.ending() == null ? null : round.ending().outcome());
        }
    }

    /** @param withdrawn why it was taken out; null where it was not */
    record SubjectLine(
            UUID id, About kind, String name, @Nullable String withdrawn) {}

    record MissingLine(UUID id, String name) {}

    /** @param missing of an addressed round, who has not answered yet */
    record Monitor(
            RoundLine round,
            String instrument,
            int edition,
            String basis,
            String openedBy,
            @Nullable String ended,
            List<SubjectLine> subjects,
            List<Slips.Progress> groups,
            List<MissingLine> missing) {}

    record Reasoned(@Nullable UUID subject, @Nullable String reason) {}

    /** @param address where voters open the page */
    record Printing(@Nullable String voice, @Nullable String address) {}

    record Paraphrasing(@Nullable String text) {}

    @Needs(Right.RUN_ROUNDS)
    @GetMapping
    List<RoundLine> all(Signed signed) {
        return rounds.seen(signed).stream().map(RoundLine::of).toList();
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Monitor open(@RequestBody OpenRound asked, Signed signed) {
        return monitor(rounds.open(signed, asked));
    }

    /** A round held on paper before, with all its papers. */
    record Past(@Nullable OpenRound round, @Nullable List<PastRounds.Paper> papers) {}

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/past")
    @ResponseStatus(HttpStatus.CREATED)
    Monitor enter(@RequestBody Past asked, Signed signed) {
        if (asked.round() == null) throw Refusal.input("incomplete", "未补录：没有写明是哪一轮。请填写轮次后再录。");
        return monitor(past.enter(signed, asked.round(), asked.papers()));
    }

    @Needs(Right.RUN_ROUNDS)
    @GetMapping("/{id}")
    Monitor one(@PathVariable UUID id, Signed signed) {
        return monitor(rounds.require(signed, id));
    }

    /** The codes of one group on paper; they are never to be had again. */
    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{id}/slips")
    ResponseEntity<byte[]> print(@PathVariable UUID id, @RequestBody Printing asked, Signed signed) {
        rounds.require(signed, id);
        if (asked.voice() == null) throw Refusal.input("incomplete", "未制码：没有选测评主体。请选取后再印。");
        var printed = slips.print(signed, id, asked.voice(), address(asked.address()));
        var name = ContentDisposition.attachment()
                .filename(printed.name() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(printed.pdf());
    }

    /** Nothing but an address of this house's own kind is printed on a slip. */
    private static String address(@Nullable String asked) {
        try {
            var address = URI.create(asked == null ? "" : asked);
            var host = address.getHost();
            if (host != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme())))
                return address.getScheme() + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort())
                        + "/ballot";
        } catch (IllegalArgumentException none) {
            throw badAddress();
        }
        throw badAddress();
    }

    private static Refusal badAddress() {
        return Refusal.input("bad-address", "未制码：填写页的网址不对，应以 http:// 或 https:// 开头。请从本系统的页面印制。");
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{id}/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    Monitor withdraw(@PathVariable UUID id, @RequestBody Reasoned asked, Signed signed) {
        rounds.require(signed, id);
        if (asked.subject() == null) throw Refusal.input("incomplete", "未办理：没有选撤出的对象。请选取后再办。");
        return monitor(rounds.withdraw(signed, id, asked.subject(), asked.reason()));
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{id}/closings")
    @ResponseStatus(HttpStatus.CREATED)
    Monitor close(@PathVariable UUID id, @RequestBody Reasoned asked, Signed signed) {
        return monitor(closing.close(signed, id, asked.reason()));
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{id}/annulments")
    @ResponseStatus(HttpStatus.CREATED)
    Monitor annul(@PathVariable UUID id, @RequestBody Reasoned asked, Signed signed) {
        rounds.require(signed, id);
        return monitor(closing.annul(signed, id, asked.reason()));
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/{id}/results/{subject}")
    Results.Result result(@PathVariable UUID id, @PathVariable UUID subject, Signed signed) {
        return results.read(signed, id, subject);
    }

    @Needs(Right.RUN_ROUNDS)
    @GetMapping("/{id}/results/{subject}/words")
    List<Results.Raw> words(@PathVariable UUID id, @PathVariable UUID subject, Signed signed) {
        return results.raw(signed, id, subject);
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{id}/words/{instance}/paraphrases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void paraphrase(
            @PathVariable UUID id, @PathVariable UUID instance, @RequestBody Paraphrasing asked, Signed signed) {
        rounds.require(signed, id);
        results.paraphrase(signed, id, instance, asked.text());
    }

    private Monitor monitor(Round round) {
        var edition = instruments.edition(round.edition());
        var ending = round.ending();
        var city = cities.now();
        return new Monitor(
                RoundLine.of(round),
                edition.instrument().title(),
                edition.version(),
                round.basis(),
                accounts.displayNames(List.of(round.openedBy())).getOrDefault(round.openedBy(), "—"),
                ending == null ? null : ending.reason(),
                round.about().stream().map(this::subject).toList(),
                ending == null ? slips.progress(round) : List.of(),
                slips.missing(round).stream()
                        .map(each -> new MissingLine(
                                each,
                                city.find(city.kept(each))
                                        .map(card -> card.who().name())
                                        .orElse("—")))
                        .toList());
    }

    private SubjectLine subject(Round.Examined about) {
        return new SubjectLine(
                about.subject(), about.kind(), examinees.named(about).name(), about.withdrawn());
    }
}
