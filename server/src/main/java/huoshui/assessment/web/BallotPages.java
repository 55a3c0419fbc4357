package huoshui.assessment.web;

import huoshui.access.Anyone;
import huoshui.assessment.Ballots;
import huoshui.assessment.Confidentiality;
import huoshui.assessment.VoiceSheet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The voter's door. Codes travel in bodies, never in addresses; no session is looked at ({@code SessionFilter} leaves these addresses
 * alone), so that nothing written beside a ballot tells whose it is. 填写测评
 */
@RestController
@RequestMapping("/api/v1/ballots")
class BallotPages {

    private final Ballots ballots;
    private final Clock clock;

    BallotPages(Ballots ballots, Clock clock) {
        this.ballots = ballots;
        this.clock = clock;
    }

    record Opening(@Nullable String code) {}

    /** What the voter's page shows. */
    record Opened(
            String title,
            Confidentiality confidentiality,
            String statement,
            Instant closes,
            String voice,
            List<Ballots.Subject> subjects,
            Form form,
            int version,
            List<VoiceSheet> sheets) {}

    /** @param version how often it had been handed in when it was opened */
    record Casting(
            @Nullable String code,
            @Nullable Integer version,
            @Nullable List<VoiceSheet> sheets) {}

    record Now(Instant now) {}

    /** The page asks this first, for the token against other houses' pages: no other address would leave its visitor alone. */
    @Anyone
    @GetMapping("/clock")
    Now clock() {
        return new Now(clock.instant());
    }

    @Anyone
    @PostMapping("/openings")
    Opened open(@RequestBody Opening asked) {
        var opened = ballots.open(asked.code());
        return new Opened(
                opened.round().title(),
                opened.round().confidentiality(),
                opened.round().confidentiality().statement(),
                opened.round().closes(),
                opened.voice(),
                opened.subjects(),
                Form.of(opened.instrument()),
                opened.version(),
                opened.sheets());
    }

    @Anyone
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Ballots.Taken cast(@RequestBody Casting asked) {
        return ballots.cast(asked.code(), Objects.requireNonNullElse(asked.version(), 0), asked.sheets());
    }
}
