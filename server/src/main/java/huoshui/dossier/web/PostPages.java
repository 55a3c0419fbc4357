package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.web.OrgLines.Coded;
import huoshui.dossier.web.OrgLines.HistoryLine;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.dossier.web.Seating.Stretch;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.org.Organization;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.PostCommand.AlterPost;
import huoshui.org.PostCommand.ClosePost;
import huoshui.org.Posts;
import huoshui.org.fact.PostFact.PostIs;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One post: what it asks, who held it, how long it stood empty. 职位 */
@RestController
@RequestMapping("/api/v1/posts")
class PostPages {

    private final Organization organization;
    private final Posts posts;
    private final Seating seating;
    private final OrgLines lines;

    PostPages(Organization organization, Posts posts, Seating seating, OrgLines lines) {
        this.organization = organization;
        this.posts = posts;
        this.seating = seating;
        this.lines = lines;
    }

    record Sheet(
            UUID id,
            LocalDate asof,
            PostIs post,
            String title,
            String categoryWord,
            @Nullable String tierWord,
            @Nullable Coded level,
            @Nullable Coded management,
            Named unit,
            String path,
            @Nullable Named team,
            LocalDate opened,
            boolean empty,
            @Nullable LocalDate emptySince,
            List<Stretch> stretches,
            List<HistoryLine> history,
            boolean elected,
            @Nullable PartialDate termDue,
            boolean mayChange,
            boolean mayErase) {}

    record Change(PostIs is, PartialDate on, String basis) {}

    record Closing(PartialDate on, String basis) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/{id}")
    Sheet one(@PathVariable UUID id, AsOf at, Signed signed) {
        var chart = organization.at(at);
        var post = chart.requirePost(id);
        var unit = post.is().unit();
        if (!signed.sight().seesUnit(unit)) throw UnitPages.unseen();
        var held = seating.ever(List.of(id), at).getOrDefault(id, List.of());
        var level = post.is().level();
        return new Sheet(
                id,
                at.valid(),
                post.is(),
                post.is().fullTitle(),
                post.is().category().word(),
                post.is().tier() == null ? null : post.is().tier().word(),
                level == null ? null : new Coded(level.name(), level.title()),
                OrgLines.category(chart.categoryOf(post).orElse(null)),
                OrgLines.named(chart, unit),
                chart.path(unit),
                chart.team(post.is().team())
                        .map(team -> new Named(team.id(), chart.nameOf(team)))
                        .orElse(null),
                seating.opened(id, at),
                Seating.on(held, at.valid()).isEmpty(),
                seating.emptySince(post, held, at),
                seating.stretches(signed.sight(), post, held, at),
                lines.history(id, chart),
                post.is().byElection(),
                chart.termDue(post).orElse(null),
                signed.sight().changesUnit(unit),
                signed.sight().erasesOf(unit));
    }

    @Needs(Right.MANAGE_UNITS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitReforms.Made add(@RequestBody Change asked, Signed signed) {
        UnitReforms.leads(UnitReforms.given(UnitReforms.given(asked.is()).unit()), signed);
        return new UnitReforms.Made(posts.add(
                signed.actor(),
                new AddPost(asked.is(), UnitReforms.given(asked.on()), UnitReforms.given(asked.basis()))));
    }

    @Needs(Right.MANAGE_UNITS)
    @PostMapping("/{id}/alterations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alter(@PathVariable UUID id, @RequestBody Change asked, Signed signed) {
        led(id, signed);
        UnitReforms.leads(UnitReforms.given(UnitReforms.given(asked.is()).unit()), signed);
        posts.alter(
                signed.actor(),
                new AlterPost(id, asked.is(), UnitReforms.given(asked.on()), UnitReforms.given(asked.basis())));
    }

    @Needs(Right.MANAGE_UNITS)
    @PostMapping("/{id}/closings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id, @RequestBody Closing asked, Signed signed) {
        led(id, signed);
        posts.close(signed.actor(), new ClosePost(id, UnitReforms.given(asked.on()), UnitReforms.given(asked.basis())));
    }

    private void led(UUID post, Signed signed) {
        UnitReforms.leads(organization.now().requirePost(post).is().unit(), signed);
    }
}
