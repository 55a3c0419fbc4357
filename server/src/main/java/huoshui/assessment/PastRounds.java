package huoshui.assessment;

import huoshui.access.Signed;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.Round.Invited;
import huoshui.assessment.Tally.Ballot;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds that were held on paper before this house kept them: typed in with all their papers, checked as a voter is, merged and totalled
 * by the same rules, and true since the day they were closed. 以往测评补录
 *
 * <p>Whoever types them in has read them; what a voter is promised of a slip does not hold of paper.
 */
@Component
public class PastRounds {

    private static final int MOST = 5_000;

    private final Rounds rounds;
    private final Instruments instruments;
    private final Examinees examinees;
    private final Closing closing;

    PastRounds(Rounds rounds, Instruments instruments, Examinees examinees, Closing closing) {
        this.rounds = rounds;
        this.instruments = instruments;
        this.examinees = examinees;
        this.closing = closing;
    }

    /** A paper that came back. 纸质票 */
    public record Paper(@Nullable String voice, @Nullable List<VoiceSheet> sheets) {}

    /**
     * Enters the round and its papers, all or nothing.
     *
     * @throws Refusal as {@link Rounds#open} does, {@code named-paper}, {@code too-many}, {@code unknown-voice}, {@code more-than-issued},
     *     {@code not-asked}, {@code empty-ballot} and what {@link SheetCheck} refuses, with the number of the paper
     */
    @Transactional
    public Round enter(Signed who, OpenRound asked, @Nullable List<Paper> papers) {
        if (asked.confidentiality() != Confidentiality.SECRET)
            throw Refusal.input("named-paper", "未补录：只能补录无记名的轮次；实名、保密测评留有姓名，不能凭纸质票补记。请核对保密方式。");
        var given = Objects.requireNonNullElse(papers, List.<Paper>of());
        if (given.isEmpty() || given.size() > MOST)
            throw Refusal.input("too-many", "未补录：一轮的纸质票应在 1 到 %d 张之间，所录 %d 张。请核对。".formatted(MOST, given.size()));
        var round = rounds.enter(who, asked);
        var instrument = instruments.instrument(round.edition());
        var names = round.about().stream()
                .collect(Collectors.toMap(
                        Examined::subject, each -> examinees.named(each).name()));
        var box = new ArrayList<Ballot>();
        var returned = new HashMap<String, Integer>();
        for (int i = 0; i < given.size(); i++) {
            var one = new Numbered(i + 1);
            var group = one.group(round, given.get(i));
            if (returned.merge(group.voice(), 1, Integer::sum) > group.heads())
                throw one.refusal("more-than-issued", "这一主体收回的多于应参的 %d 人。请核对人数或张数".formatted(group.heads()));
            box.add(new Ballot(group.voice(), null, one.checked(instrument, names, given.get(i))));
        }
        return closing.paper(who, round, box);
    }

    /** One paper being looked at. */
    private record Numbered(int number) {

        Invited group(Round round, Paper paper) {
            return round.invited().stream()
                    .filter(each -> each.voice().equals(paper.voice()))
                    .findFirst()
                    .orElseThrow(() -> refusal("unknown-voice", "本轮没有“%s”这一测评主体。请核对".formatted(paper.voice())));
        }

        List<VoiceSheet> checked(Instrument instrument, Map<UUID, String> names, Paper paper) {
            var sheets = Objects.requireNonNullElse(paper.sheets(), List.<VoiceSheet>of());
            if (sheets.isEmpty()) throw refusal("empty-ballot", "一个对象也没有评。空白票不用录入");
            var seen = new HashSet<UUID>();
            for (var sheet : sheets) {
                var name = names.get(sheet.subject());
                if (name == null || !seen.add(sheet.subject())) throw refusal("not-asked", "有本轮没有的测评对象，或同一对象录了两次。请核对");
                check(new SheetCheck(instrument, name), sheet);
            }
            return List.copyOf(sheets);
        }

        private void check(SheetCheck check, VoiceSheet sheet) {
            try {
                check.check(sheet);
            } catch (Refusal refused) {
                throw new Refusal(
                        refused.sort(),
                        refused.code(),
                        "第 %d 张票%s".formatted(number, refused.getMessage()),
                        refused.details());
            }
        }

        Refusal refusal(String code, String what) {
            return Refusal.input(code, "未补录：第 %d 张票%s。".formatted(number, what));
        }
    }
}
