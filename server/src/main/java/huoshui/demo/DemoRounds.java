package huoshui.demo;

import huoshui.access.Signed;
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
import huoshui.kernel.Acts;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Team;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Rounds of the special appraisal for a few teams: three years that were held on paper and typed in, and one that runs, its slips
 * printed. 示例测评
 */
@Component
class DemoRounds {

    private static final String SPECIAL = "ZZ-SPECIAL";
    private static final List<String> BUREAUS = List.of("水务局", "交通运输局", "农业农村局");
    private static final int FEWEST_SEATS = 3;
    private static final int YEARS = 3;
    private static final int EDITED = 8;

    private final Instruments instruments;
    private final Rounds rounds;
    private final PastRounds past;
    private final Slips slips;
    private final Results results;
    private final Examinees examinees;
    private final Organization organization;
    private final Acts acts;

    DemoRounds(
            Instruments instruments,
            Rounds rounds,
            PastRounds past,
            Slips slips,
            Results results,
            Examinees examinees,
            Organization organization,
            Acts acts) {
        this.instruments = instruments;
        this.rounds = rounds;
        this.past = past;
        this.slips = slips;
        this.results = results;
        this.examinees = examinees;
        this.organization = organization;
        this.acts = acts;
    }

    /**
     * Holds them.
     *
     * @param address where voters open the page
     * @return the printed slips of the one that runs
     */
    List<Slips.Printed> hold(Signed clerk, long seed, String address) {
        var dice = new Dice(seed).fork("rounds");
        var today = acts.today();
        var chart = organization.now();
        var teams = teams(chart);
        for (int i = 0; i < teams.size(); i++)
            for (int back = YEARS; back >= 1; back--)
                held(
                        clerk,
                        chart,
                        teams.get(i),
                        today.getYear() - back,
                        RoundOccasion.SPECIAL,
                        dice.fork(i * 10L + back));
        if (teams.isEmpty()) return List.of();
        held(clerk, chart, teams.getFirst(), today.getYear() - 1, RoundOccasion.ANNUAL, dice.fork("annual"));
        return running(clerk, chart, teams.getFirst(), address);
    }

    private List<Team> teams(Chart chart) {
        var all = new ArrayList<Team>();
        for (var name : BUREAUS)
            chart.teams().stream()
                    .filter(each -> chart.nameOf(each).contains("市" + name))
                    .filter(each -> examinees.members(each.id(), acts.today()).size() >= FEWEST_SEATS)
                    .findFirst()
                    .ifPresent(all::add);
        return all;
    }

    private void held(Signed clerk, Chart chart, Team team, int year, RoundOccasion occasion, Dice dice) {
        boolean annual = occasion == RoundOccasion.ANNUAL;
        var closed = annual ? LocalDate.of(year, 12, 18) : LocalDate.of(year, 11, 12);
        var about = about(clerk, team, closed);
        if (about.size() < FEWEST_SEATS) return;
        var groups = List.of(
                heads("superior", dice.between(3, 7)),
                heads("peer", dice.between(8, 10)),
                heads("subordinate", dice.between(24, 38)));
        var asked = new OpenRound(
                SPECIAL,
                "%d 年%s政治素质%s".formatted(year, chart.nameOf(team), annual ? "年度考察测评" : "专项测评"),
                occasion,
                Confidentiality.SECRET,
                closed.minusDays(2).atTime(9, 0),
                closed.atTime(18, 0),
                "示例部务会纪要〔%d〕%d 号".formatted(year, annual ? 36 : 30),
                about,
                groups);
        var papers = new DemoPapers(
                        instruments.requirePublished(SPECIAL).instrument(),
                        about.stream()
                                .map(each -> Objects.requireNonNull(each.id()))
                                .toList(),
                        dice)
                .of(groups);
        var round = past.enter(clerk, asked, papers);
        if (year == acts.today().getYear() - 1) edit(clerk, round);
    }

    /** The team and whoever sat in it then. */
    private List<OpenRound.Subject> about(Signed clerk, Team team, LocalDate day) {
        var about = new ArrayList<OpenRound.Subject>();
        about.add(new OpenRound.Subject(team.id(), About.TEAM));
        examinees.members(team.id(), day).stream()
                .filter(each -> examinees.sees(clerk, each))
                .forEach(each -> about.add(new OpenRound.Subject(each, About.PERSON)));
        return about;
    }

    private static OpenRound.Group heads(String voice, int heads) {
        return new OpenRound.Group(voice, heads, null, null, null);
    }

    /** Puts some of what was told differently; the rest waits for its editor. */
    private void edit(Signed clerk, Round round) {
        int edited = 0;
        for (var each : round.about())
            for (var raw : results.raw(clerk, round.id(), each.subject())) {
                if (++edited > EDITED) return;
                results.paraphrase(clerk, round.id(), raw.id(), DemoPapers.paraphrase(raw.words()));
            }
    }

    private List<Slips.Printed> running(Signed clerk, Chart chart, Team team, String address) {
        var today = acts.today();
        var groups = List.of(heads("superior", 6), heads("peer", 9), heads("subordinate", 30));
        var round = rounds.open(
                clerk,
                new OpenRound(
                        SPECIAL,
                        "%d 年%s政治素质专项测评".formatted(today.getYear(), chart.nameOf(team)),
                        RoundOccasion.SPECIAL,
                        Confidentiality.SECRET,
                        today.minusDays(1).atTime(9, 0),
                        today.plusDays(14).atTime(18, 0),
                        "示例部务会纪要〔%d〕31 号".formatted(today.getYear()),
                        about(clerk, team, today),
                        groups));
        var printed = new ArrayList<Slips.Printed>();
        for (var group : groups)
            if (group.voice() != null) printed.add(slips.print(clerk, round.id(), group.voice(), address));
        return printed;
    }
}
