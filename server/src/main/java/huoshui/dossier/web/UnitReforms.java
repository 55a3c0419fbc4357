package huoshui.dossier.web;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.UnitCommand.AbolishUnit;
import huoshui.org.UnitCommand.AlterUnit;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.MergeUnits;
import huoshui.org.UnitCommand.MoveUnit;
import huoshui.org.UnitCommand.NameAlias;
import huoshui.org.UnitCommand.Part;
import huoshui.org.UnitCommand.RenameUnit;
import huoshui.org.UnitCommand.SetEstablishment;
import huoshui.org.UnitCommand.SetHeadcount;
import huoshui.org.UnitCommand.SetManagement;
import huoshui.org.UnitCommand.SetRankEstablishment;
import huoshui.org.UnitCommand.SplitUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What may be done to units, each a noun of its own. 机构变动办理 */
@RestController
@RequestMapping("/api/v1")
@Needs(Right.MANAGE_UNITS)
class UnitReforms {

    private final Units units;
    private final Authorities authorities;
    private final Organization organization;

    UnitReforms(Units units, Authorities authorities, Organization organization) {
        this.units = units;
        this.authorities = authorities;
        this.organization = organization;
    }

    record Made(UUID id) {}

    record MadeMany(List<UUID> ids) {}

    record Founding(UnitIs is, PartialDate on, String basis) {}

    record Renaming(String name, @Nullable String shortName, PartialDate on, String basis) {}

    record Movement(@Nullable UUID parent, int order, PartialDate on, String basis) {}

    record Abolition(PartialDate on, String basis) {}

    record Splitting(List<Part> parts, boolean stays, PartialDate on, String basis) {}

    record Merger(
            Set<UUID> from,
            @Nullable UUID into,
            @Nullable UnitIs fresh,
            @Nullable Set<UUID> closing,
            @Nullable UUID principal,
            PartialDate on,
            String basis) {}

    record Naming(String text, PartialDate on, String basis) {}

    record Numbering(List<Establishment> establishment, PartialDate on, String basis) {}

    record Ranking(List<RankEstablishment> establishment, PartialDate on, String basis) {}

    record Counting(Headcount headcount, PartialDate on, String basis) {}

    record Managing(
            @Nullable ManagementCategory leading, @Nullable ManagementCategory others, PartialDate on, String basis) {}

    record Granting(
            @Nullable UUID over,
            boolean subtree,
            List<ManagementCategory> categories,
            Mode mode,
            PartialDate on,
            String basis) {}

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Made found(@RequestBody Founding asked, Signed signed) {
        under(given(asked.is()).parent(), signed);
        return new Made(
                units.found(signed.actor(), new FoundUnit(asked.is(), given(asked.on()), given(asked.basis()))));
    }

    /** While there is no unit nobody can have a scope: whoever keeps authority founds the first, and it manages everybody. */
    @Needs(Right.MANAGE_AUTHORITY)
    @PostMapping("/first-units")
    @ResponseStatus(HttpStatus.CREATED)
    Made foundFirst(@RequestBody Founding asked, Signed signed) {
        return new Made(units.foundFirst(
                signed.actor(), new FoundUnit(given(asked.is()), given(asked.on()), given(asked.basis()))));
    }

    @PostMapping("/units/{id}/renamings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @RequestBody Renaming asked, Signed signed) {
        leads(id, signed);
        units.rename(
                signed.actor(),
                new RenameUnit(id, given(asked.name()), asked.shortName(), given(asked.on()), given(asked.basis())));
    }

    @PostMapping("/units/{id}/movements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable UUID id, @RequestBody Movement asked, Signed signed) {
        leads(id, signed);
        under(asked.parent(), signed);
        units.move(
                signed.actor(),
                new MoveUnit(id, asked.parent(), asked.order(), given(asked.on()), given(asked.basis())));
    }

    @PostMapping("/units/{id}/alterations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alter(@PathVariable UUID id, @RequestBody Founding asked, Signed signed) {
        leads(id, signed);
        units.alter(signed.actor(), new AlterUnit(id, given(asked.is()), given(asked.on()), given(asked.basis())));
    }

    @PostMapping("/units/{id}/abolitions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abolish(@PathVariable UUID id, @RequestBody Abolition asked, Signed signed) {
        leads(id, signed);
        units.abolish(signed.actor(), new AbolishUnit(id, given(asked.on()), given(asked.basis())));
    }

    @PostMapping("/units/{id}/splits")
    @ResponseStatus(HttpStatus.CREATED)
    MadeMany split(@PathVariable UUID id, @RequestBody Splitting asked, Signed signed) {
        leads(id, signed);
        asked.parts().forEach(part -> under(part.is().parent(), signed));
        return new MadeMany(units.split(
                signed.actor(),
                new SplitUnit(id, asked.parts(), asked.stays(), given(asked.on()), given(asked.basis()))));
    }

    @PostMapping("/mergers")
    @ResponseStatus(HttpStatus.CREATED)
    Made merge(@RequestBody Merger asked, Signed signed) {
        given(asked.from()).forEach(each -> leads(each, signed));
        if (asked.into() != null) leads(asked.into(), signed);
        if (asked.fresh() != null) under(asked.fresh().parent(), signed);
        var closing = asked.closing() == null ? Set.<UUID>of() : asked.closing();
        ofThese(closing, asked.from(), asked.into());
        return new Made(units.merge(
                signed.actor(),
                new MergeUnits(
                        asked.from(),
                        asked.into(),
                        asked.fresh(),
                        closing,
                        asked.principal(),
                        given(asked.on()),
                        given(asked.basis()))));
    }

    @PostMapping("/units/{id}/aliases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alias(@PathVariable UUID id, @RequestBody Naming asked, Signed signed) {
        leads(id, signed);
        units.alias(signed.actor(), new NameAlias(id, given(asked.text()), given(asked.on()), given(asked.basis())));
    }

    @PutMapping("/units/{id}/establishment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void establish(@PathVariable UUID id, @RequestBody Numbering asked, Signed signed) {
        leads(id, signed);
        units.establish(
                signed.actor(),
                new SetEstablishment(id, given(asked.establishment()), given(asked.on()), given(asked.basis())));
    }

    @PutMapping("/units/{id}/rank-establishment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rank(@PathVariable UUID id, @RequestBody Ranking asked, Signed signed) {
        leads(id, signed);
        for (var each : given(asked.establishment())) {
            given(given(each).highest());
            given(each.lowest());
        }
        units.rank(
                signed.actor(),
                new SetRankEstablishment(id, asked.establishment(), given(asked.on()), given(asked.basis())));
    }

    @PutMapping("/units/{id}/headcount")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(@PathVariable UUID id, @RequestBody Counting asked, Signed signed) {
        leads(id, signed);
        units.count(
                signed.actor(),
                new SetHeadcount(id, given(asked.headcount()), given(asked.on()), given(asked.basis())));
    }

    /** Sight follows from it: whoever keeps authority says it, not whoever it gives sight to. */
    @Needs(Right.MANAGE_AUTHORITY)
    @PutMapping("/units/{id}/management")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void manage(@PathVariable UUID id, @RequestBody Managing asked, Signed signed) {
        if (!signed.sight().seesUnit(id)) throw UnitPages.unseen();
        units.manage(
                signed.actor(),
                new SetManagement(id, asked.leading(), asked.others(), given(asked.on()), given(asked.basis())));
    }

    @Needs(Right.MANAGE_AUTHORITY)
    @PostMapping("/units/{id}/authorities")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable UUID id, @RequestBody Granting asked, Signed signed) {
        var manages = new Manages(asked.over(), asked.subtree(), given(asked.categories()), given(asked.mode()));
        authorities.grant(
                signed.actor(), new Authorities.GrantAuthority(id, manages, given(asked.on()), given(asked.basis())));
    }

    @Needs(Right.MANAGE_AUTHORITY)
    @PostMapping("/units/{id}/authorities/{fact}/endings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Abolition asked, Signed signed) {
        authorities.end(
                signed.actor(), new Authorities.EndAuthority(id, fact, given(asked.on()), given(asked.basis())));
    }

    /** A field that JSON left out arrives as null, whatever its type says. */
    static <T> T given(@Nullable T value) {
        if (value == null) throw Refusal.input("incomplete", "未写入：日期、依据或必填项没有填全。请补填后再办。");
        return value;
    }

    static void leads(UUID unit, Signed signed) {
        if (!signed.sight().seesUnit(unit)) throw UnitPages.unseen();
        if (!signed.sight().changesUnit(unit)) throw Refusal.sight("unit-not-led", "未写入：该单位不由您单位主管，您只能查看。请告知主管单位办理。");
    }

    /** Whoever puts a unit at the top must answer for everything. */
    private void under(@Nullable UUID parent, Signed signed) {
        if (parent != null) leads(parent, signed);
        else if (!signed.sight().everything() && !organization.now().units().isEmpty())
            throw Refusal.sight("no-parent", "未写入：没有选上级单位，只有管理全市的账号才能设顶层单位。请选择上级单位。");
    }

    private void ofThese(Set<UUID> posts, Set<UUID> from, @Nullable UUID into) {
        var chart = organization.now();
        for (var each : posts) {
            var unit = chart.requirePost(each).is().unit();
            if (!from.contains(unit) && !unit.equals(into))
                throw Refusal.input("post-elsewhere", "未写入：要撤销的职位不在这次合并的单位里。请重新勾选。");
        }
    }
}
