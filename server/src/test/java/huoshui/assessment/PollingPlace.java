package huoshui.assessment;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Slips.Made;
import huoshui.document.paper.Printed;
import huoshui.kernel.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/** A round from its opening to the slips in people's hands, for tests. */
public final class PollingPlace {

    public static final String ADDRESS = "http://house.example/ballot";
    private static final Pattern CODE = Pattern.compile("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");

    private final Rounds rounds;
    private final Slips slips;
    private final Accounts accounts;

    public PollingPlace(Rounds rounds, Slips slips, Accounts accounts) {
        this.rounds = rounds;
        this.slips = slips;
        this.accounts = accounts;
    }

    /** Somebody who has signed in, reading for a purpose. */
    public Signed signed(String account) {
        return accounts.authenticate(account, Staff.PASSWORD, null).because(new Purpose("P04"));
    }

    /** A round of the special appraisal that begins tomorrow and lasts three days. */
    public OpenRound special(LocalDate today, List<UUID> people, List<OpenRound.Group> groups, Confidentiality how) {
        return new OpenRound(
                "ZZ-SPECIAL",
                "市水务局班子成员政治素质专项测评",
                RoundOccasion.SPECIAL,
                how,
                today.plusDays(1).atTime(9, 0),
                today.plusDays(3).atTime(18, 0),
                "市委组织部部务会纪要〔2026〕30 号",
                people.stream()
                        .map(each -> new OpenRound.Subject(each, About.PERSON))
                        .toList(),
                groups);
    }

    public static OpenRound.Group heads(String voice, int heads) {
        return new OpenRound.Group(voice, heads, null, null, null);
    }

    public static OpenRound.Group people(String voice, List<UUID> people) {
        return new OpenRound.Group(voice, null, people, null, null);
    }

    /** The codes of a group as the paper says them. */
    public List<String> printed(Signed who, UUID round, String voice) {
        try {
            var all = new ArrayList<String>();
            for (var page : Printed.read(slips.print(who, round, voice, ADDRESS).pdf())) {
                var codes = CODE.matcher(page.text());
                while (codes.find()) all.add(codes.group());
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same without paper. */
    List<String> drawn(Signed who, UUID round, String voice, TransactionTemplate transaction) {
        var is = rounds.require(who, round);
        var group = is.invited().stream()
                .filter(each -> each.voice().equals(voice))
                .findFirst()
                .orElseThrow();
        var made = slips.made(is, group);
        transaction.executeWithoutResult(any -> slips.issue(who, is, group, made));
        return made.stream().map(Made::code).map(SlipCode::printed).toList();
    }

    /** A sheet of the special appraisal: one word for all that is good, another for all that is not. */
    public static VoiceSheet sheet(UUID subject, String good, String bad, String instance) {
        var answers = new HashMap<String, Given>();
        for (int i = 1; i <= 15; i++) answers.put("P%02d".formatted(i), mark(good, good.equals("差") ? instance : null));
        for (int i = 1; i <= 22; i++) answers.put("N%02d".formatted(i), mark(bad, bad.equals("没有") ? null : instance));
        return new VoiceSheet(subject, Map.copyOf(answers));
    }

    private static Given mark(String word, @org.jspecify.annotations.Nullable String instance) {
        return new Given(word, null, null, null, instance, null);
    }
}
