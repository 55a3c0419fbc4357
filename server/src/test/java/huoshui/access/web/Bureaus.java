package huoshui.access.web;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.Actor;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Posts;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Founds bureaus that manage themselves and nobody else, each with one post and one person in it. */
class Bureaus {

    private static final PartialDate SINCE = PartialDate.day(java.time.LocalDate.of(2015, 1, 1));
    private static final String PAPER = "成立文件";

    private final Actor clerk = new Actor(Ids.next());
    private final Units units;
    private final Posts posts;
    private final Authorities authorities;
    private final Dossiers dossiers;
    private final Organization organization;

    Bureaus(Units units, Posts posts, Authorities authorities, Dossiers dossiers, Organization organization) {
        this.units = units;
        this.posts = posts;
        this.authorities = authorities;
        this.dossiers = dossiers;
        this.organization = organization;
    }

    /** @param line of the ledger, which says what the unit is */
    record Bureau(UUID unit, UUID post, UUID person, UUID line) {

        List<String> ids() {
            return List.of(unit.toString(), post.toString(), person.toString(), line.toString());
        }
    }

    Bureau with(String name) {
        var unit = units.found(
                clerk, new FoundUnit(UnitIs.of(name + "所在局", UnitKind.GOVERNMENT_ORGAN, null, null), SINCE, PAPER));
        var post = posts.add(clerk, new AddPost(PostIs.of(unit, "局长", SeatCategory.HEAD, null), SINCE, PAPER));
        var all = List.copyOf(Set.of(ManagementCategory.values()));
        authorities.grant(
                clerk, new Authorities.GrantAuthority(unit, new Manages(unit, true, all, Mode.LEADS), SINCE, PAPER));
        var person = dossiers.open();
        var held = PostHeld.of(name + "所在局局长").matchedTo(unit, post);
        dossiers.record(clerk, person, held, Span.since(SINCE), PAPER);
        var line = organization.history(unit).getFirst().id();
        return new Bureau(unit, post, person.id(), line);
    }
}
