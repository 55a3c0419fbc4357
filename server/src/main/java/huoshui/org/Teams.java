package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.TeamFact.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done to leading teams; each is one act. Reading is {@link Organization}'s. 班子 */
@Component
public class Teams {

    private final Desk desk;

    Teams(Desk desk) {
        this.desk = desk;
    }

    /** 组建班子，并将这些职位按次序列入 */
    public record FormTeam(TeamIs is, List<UUID> posts, PartialDate on, String basis) {}

    /** 调整班子所列职位与次序：所列即全部 */
    public record SeatTeam(UUID team, List<UUID> posts, PartialDate on, String basis) {}

    /** 确定结构目标 */
    public record SetTargets(UUID team, Targets targets, PartialDate on, String basis) {}

    /** 换届：自该日起为新一届 */
    public record BeginTerm(UUID team, Term term, PartialDate on, String basis) {}

    /** @return the new team */
    @Transactional
    public UUID form(Actor actor, FormTeam command) {
        var chart = desk.begin(command.on(), command.basis());
        chart.requireUnit(command.is().unit());
        var team = desk.fresh(Subject.Team::new);
        var changes = new ArrayList<Change<OrgFact>>();
        changes.add(Change.record(team, command.is(), Span.since(command.on()), command.basis()));
        changes.addAll(seating(chart, team, command.posts(), command.on(), command.basis()));
        desk.write(actor, changes, command.on());
        return team;
    }

    @Transactional
    public void seat(Actor actor, SeatTeam command) {
        var chart = desk.begin(command.on(), command.basis());
        chart.requireTeam(command.team());
        var changes = new ArrayList<>(seating(chart, command.team(), command.posts(), command.on(), command.basis()));
        for (var seat : chart.seats(command.team())) {
            if (command.posts().contains(seat.id())) continue;
            changes.addAll(desk.timeline(seat.id(), PostIs.class, command.on(), command.basis())
                    .change(PostIs.class, is -> is.inTeam(null, is.order()), is -> String.valueOf(is.team())));
        }
        desk.write(actor, changes, command.on());
    }

    private List<Change<OrgFact>> seating(Chart chart, UUID team, List<UUID> posts, PartialDate on, String basis) {
        if (new HashSet<>(posts).size() < posts.size()) throw Refusal.input("seat-twice", "未写入：同一职位列了两次。请去掉重复的一个。");
        var changes = new ArrayList<Change<OrgFact>>();
        for (int i = 0; i < posts.size(); i++) {
            int order = i + 1;
            chart.requirePost(posts.get(i));
            changes.addAll(desk.timeline(posts.get(i), PostIs.class, on, basis)
                    .change(PostIs.class, is -> is.inTeam(team, order), is -> is.team() + "/" + is.order()));
        }
        return changes;
    }

    @Transactional
    public void aim(Actor actor, SetTargets command) {
        desk.begin(command.on(), command.basis()).requireTeam(command.team());
        for (var target : command.targets().targets()) {
            var least = target.least();
            var most = target.most();
            if (least == null && most == null)
                throw Refusal.input(
                        "empty-target",
                        "未写入：“%s”没有填下限或上限。请填一个，或去掉这一行。"
                                .formatted(target.measure().word()));
            if (least != null && most != null && least > most)
                throw Refusal.input(
                        "crossed-target",
                        "未写入：“%s”的下限大于上限。请对调或改填。".formatted(target.measure().word()));
        }
        desk.write(
                actor,
                desk.timeline(command.team(), command.targets(), command.on(), command.basis())
                        .replace(command.targets()),
                command.on());
    }

    /** The term that was running ends the day the new one begins. */
    @Transactional
    public void beginTerm(Actor actor, BeginTerm command) {
        desk.begin(command.on(), command.basis()).requireTeam(command.team());
        var term = command.term();
        var ordinal = term.ordinal();
        if (ordinal != null && (ordinal < 1 || ordinal > 99))
            throw Refusal.input("bad-ordinal", "未写入：届次须为 1 到 99，所填为 %d。".formatted(ordinal));
        if (!term.due().dayAfter().isAfter(command.on().firstDay()))
            throw Refusal.input(
                    "term-ends-before-start",
                    "未写入：应届满 %s 早于本届起始 %s。请改填其中一个。"
                            .formatted(term.due().printed(), command.on().printed()));
        desk.write(
                actor,
                desk.timeline(command.team(), term, command.on(), command.basis())
                        .replace(term),
                command.on());
    }

    /** Records that a team was asked about in a round that was closed on this day. */
    @Transactional
    public void assessed(Actor actor, UUID team, TeamFact.Assessed body, PartialDate on, String basis) {
        desk.begin(on, basis).requireTeam(team);
        desk.write(actor, List.of(Change.record(team, body, Span.since(on), basis)), on);
    }
}
