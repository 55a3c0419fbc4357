package huoshui.assessment;

import huoshui.assessment.BallotTable.Slip;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.RoundKeys.RoundKey;
import huoshui.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of whoever holds a slip: no account, no session, nothing written but the sealed ballot itself. Neither journaled nor
 * announced nor logged, whatever comes of it. 投票
 */
@Component
public class Ballots {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<VoiceSheet>> SHEETS = new TypeReference<>() {};

    private final Rounds rounds;
    private final Instruments instruments;
    private final BallotTable table;
    private final RoundKeys keys;
    private final Examinees examinees;
    private final Clock clock;

    Ballots(
            Rounds rounds,
            Instruments instruments,
            BallotTable table,
            RoundKeys keys,
            Examinees examinees,
            Clock clock) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.table = table;
        this.keys = keys;
        this.examinees = examinees;
        this.clock = clock;
    }

    /** Whom or what is asked about, as the voter sees them. */
    public record Subject(
            UUID id, About kind, String name, @Nullable String post) {}

    /**
     * What a code opens.
     *
     * @param version how often it was handed in
     * @param sheets as handed in last; none unless the round is named, or whoever knows a code could read what its voter said
     */
    public record Opened(
            Round round,
            Instrument instrument,
            String voice,
            List<Subject> subjects,
            int version,
            List<VoiceSheet> sheets) {}

    /**
     * What was taken.
     *
     * @param kept sheets
     * @param withdrawn names of subjects taken out meanwhile, whose sheets were not kept
     */
    public record Taken(int version, int kept, List<String> withdrawn) {}

    private record Place(Round round, RoundKey key, byte[] digest, Slip slip) {}

    /** @throws Refusal {@code bad-code}, {@code no-such-code}, {@code not-begun}, {@code over} */
    @Transactional(readOnly = true)
    public Opened open(@Nullable String code) {
        var place = place(code);
        var instrument = instruments.instrument(place.round.edition());
        var cast = table.cast(place.round.id(), place.digest);
        return new Opened(
                place.round,
                instrument,
                instrument.voice(place.slip.voice()).map(Instrument.Voice::name).orElse(place.slip.voice()),
                place.round.standing().stream().map(this::subject).toList(),
                cast.map(BallotTable.Cast::version).orElse(0),
                cast.filter(any -> place.round.confidentiality() == Confidentiality.NAMED)
                        .map(each -> read(place.key.open(place.digest, each.sealed())))
                        .orElse(List.of()));
    }

    /**
     * Takes a ballot, or puts it in the place of the one this code handed in before.
     *
     * @param before how often it had been handed in when it was opened
     * @throws Refusal as {@link #open} does, {@code code-used}, {@code empty-ballot}, {@code not-asked} and what
     *     {@link SheetCheck} refuses
     */
    @Transactional
    public Taken cast(@Nullable String code, int before, @Nullable List<VoiceSheet> sheets) {
        var place = place(code);
        table.enter(place.round.id());
        // Whoever closes may have been faster: then the slip is gone.
        if (table.slip(place.round.id(), place.digest).isEmpty()) throw unknown();
        var instrument = instruments.instrument(place.round.edition());
        var withdrawn = new ArrayList<String>();
        var kept = new ArrayList<VoiceSheet>();
        var seen = new HashSet<UUID>();
        for (var sheet : Objects.requireNonNullElse(sheets, List.<VoiceSheet>of())) {
            var about = place.round.about().stream()
                    .filter(each -> each.subject().equals(sheet.subject()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.input("not-asked", "未收下：票面上有本轮没有的测评对象。请重新打开测评页再填。"));
            if (!seen.add(sheet.subject())) throw Refusal.input("not-asked", "未收下：同一对象填了两份。请重新打开测评页再填。");
            var name = subject(about).name();
            if (about.withdrawn() != null) {
                withdrawn.add(name);
                continue;
            }
            new SheetCheck(instrument, name).check(sheet);
            kept.add(sheet);
        }
        if (kept.isEmpty()) throw Refusal.input("empty-ballot", "未收下：一个对象也没有评。请至少评一个；都不了解的，可不交。");
        var sealed = place.key.seal(place.digest, JSON.writeValueAsString(kept));
        if (!table.put(place.round.id(), place.digest, before, sealed))
            throw new Refusal(
                    Refusal.Sort.CONFLICT, "code-used", "未收下：这个码已另交过一次票。是您本人在别处交的，请重新打开，核对后再交；不是的，请告知组织测评的工作人员。");
        return new Taken(before + 1, kept.size(), withdrawn);
    }

    private Place place(@Nullable String typed) {
        var code = SlipCode.typed(Objects.requireNonNullElse(typed, ""))
                .orElseThrow(() -> Refusal.input("bad-code", "未打开：码抄得不对。码是 12 位，没有 0、1、I、L、O，请对照纸条逐位核对。"));
        for (var round : rounds.running()) {
            var key = keys.of(round.id()).orElse(null);
            if (key == null) continue;
            var digest = key.digest(code);
            var slip = table.slip(round.id(), digest);
            if (slip.isPresent()) return new Place(inTime(round), key, digest, slip.get());
        }
        throw unknown();
    }

    private Round inTime(Round round) {
        Instant now = clock.instant();
        if (now.isBefore(round.opens())) throw Refusal.input("not-begun", "未打开：本轮测评还没有开始。请在纸条所印的时间内打开。");
        if (!now.isBefore(round.closes())) throw Refusal.input("over", "未收下：本轮测评已经截止，不再收票。如因故未能按时填写，请告知组织测评的工作人员。");
        return round;
    }

    private static Refusal unknown() {
        return Refusal.input("no-such-code", "未打开：没有这个码，或所属的测评已经截止。请对照纸条逐位核对；仍打不开的，请告知组织测评的工作人员。");
    }

    private Subject subject(Examined about) {
        var named = examinees.named(about);
        return new Subject(about.subject(), about.kind(), named.name(), named.post());
    }

    static List<VoiceSheet> read(String ballot) {
        return JSON.readValue(ballot, SHEETS);
    }
}
