package huoshui.assessment;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.BallotTable.Slip;
import huoshui.assessment.Round.Invited;
import huoshui.dossier.city.Cities;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the codes of a group, once: handed out on paper, kept as keyed digests only. Of a secret round a tenth more than there are people, in
 * random order and made out to nobody; otherwise one for each, with the name on it. 制码
 */
@Component
public class Slips {

    private static final double SPARE = 1.1;

    private final Rounds rounds;
    private final Instruments instruments;
    private final BallotTable table;
    private final RoundKeys keys;
    private final Cities cities;
    private final SlipPaper paper;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Slips(
            Rounds rounds,
            Instruments instruments,
            BallotTable table,
            RoundKeys keys,
            Cities cities,
            SlipPaper paper,
            Acts acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.table = table;
        this.keys = keys;
        this.cities = cities;
        this.paper = paper;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A code, and whom it is made out to. */
    record Made(SlipCode code, @Nullable String name) {}

    /** What was printed. */
    public record Printed(String name, byte[] pdf) {}

    /** Of a secret round a tenth more than there are people, rounded up. */
    static int codes(Confidentiality confidentiality, int heads) {
        return confidentiality.addressed() ? heads : (int) Math.ceil(heads * SPARE - 1e-9);
    }

    /**
     * Makes and prints the codes of one group. Made again before the round begins, the former ones no longer open anything.
     *
     * @param address where voters open the page, as printed
     * @throws Refusal {@code no-round}, {@code ended}, {@code unknown-voice}, {@code begun}
     */
    public Printed print(Signed who, UUID id, String voice, String address) {
        who.require(Right.RUN_ROUNDS);
        var round = rounds.requireOpen(who, id);
        var group = round.invited().stream()
                .filter(each -> each.voice().equals(voice))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("unknown-voice", "未制码：本轮没有这一测评主体。请刷新后再选。"));
        var made = made(round, group);
        var instrument = instruments.instrument(round.edition());
        var title = instrument.voice(voice).map(Instrument.Voice::name).orElse(voice);
        // Printed before anything is written: a page that cannot be printed leaves no codes behind.
        var pdf = paper.print(who, round, title, made, address);
        transaction.executeWithoutResult(any -> issue(who, round, group, made));
        return new Printed("测评码-" + round.title() + "-" + title, pdf);
    }

    void issue(Signed who, Round round, Invited group, List<Made> made) {
        acts.begin();
        rounds.requireOpen(who, round.id());
        boolean again = table.issued(round.id()).containsKey(group.voice());
        if (again && !clock.instant().isBefore(round.opens()))
            throw Refusal.input("begun", "未制码：测评已经开始，这一组的码已经制过，不能重制（重制会使已发的码作废）。码遗失的，用备用的；不够的，请作废本轮重新组织。");
        var key = keys.of(round.id())
                .orElseThrow(() -> new Refusal(Refusal.Sort.CONFLICT, "no-round-key", "未制码：本轮的票钥不在密钥文件夹中。请作废本轮，重新组织。"));
        if (again) {
            // A ballot on its way in has its slip, or is refused: none is taken and then not counted.
            table.shut(round.id());
            table.recall(round.id(), group.voice());
        }
        var people = group.people().iterator();
        var slips = new ArrayList<Slip>();
        for (var each : made)
            slips.add(new Slip(
                    key.digest(each.code()),
                    group.voice(),
                    round.confidentiality().addressed() ? people.next() : null));
        slips.sort(java.util.Comparator.comparing(each -> new java.math.BigInteger(1, each.code())));
        table.issue(round.id(), slips);
        rounds.announce(who, round, again ? "slips-again" : "slips", List.of(made.size()));
    }

    List<Made> made(Round round, Invited group) {
        int wanted = codes(round.confidentiality(), group.heads());
        var codes = new HashSet<SlipCode>();
        while (codes.size() < wanted) codes.add(SlipCode.fresh());
        var list = new ArrayList<>(codes);
        Collections.shuffle(list, new java.security.SecureRandom());
        var city = cities.now();
        var made = new ArrayList<Made>();
        for (int i = 0; i < list.size(); i++) {
            var name = round.confidentiality().addressed()
                    ? city.find(city.kept(group.people().get(i)))
                            .map(each -> each.who().name())
                            .orElse("（未在册）")
                    : null;
            made.add(new Made(list.get(i), name));
        }
        return List.copyOf(made);
    }

    /** How far a group is: in steps of five where nobody may know more. */
    public record Progress(String voice, String name, int heads, int codes, int answered, boolean rounded) {}

    /** Of every group that was invited. */
    public List<Progress> progress(Round round) {
        var instrument = instruments.instrument(round.edition());
        var issued = table.issued(round.id());
        var returned = table.returned(round.id());
        boolean rounded = !round.confidentiality().addressed();
        return round.invited().stream()
                .map(each -> {
                    int in = Objects.requireNonNullElse(returned.get(each.voice()), 0);
                    return new Progress(
                            each.voice(),
                            instrument
                                    .voice(each.voice())
                                    .map(Instrument.Voice::name)
                                    .orElse(each.voice()),
                            each.heads(),
                            Objects.requireNonNullElse(issued.get(each.voice()), 0),
                            rounded ? in / 5 * 5 : in,
                            rounded);
                })
                .toList();
    }

    /** Of an addressed round, who has not answered yet: nobody may know that of a secret one. */
    public List<UUID> missing(Round round) {
        if (!round.confidentiality().addressed() || round.ending() != null) return List.of();
        var answered = new HashSet<>(table.answered(round.id()));
        return round.invited().stream()
                .flatMap(each -> each.people().stream())
                .filter(each -> !answered.contains(each))
                .toList();
    }
}
