package huoshui.org;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.kernel.Actor;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.org.UnitCommand.AbolishUnit;
import huoshui.org.UnitCommand.AlterUnit;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.MergeUnits;
import huoshui.org.UnitCommand.MoveUnit;
import huoshui.org.UnitCommand.NameAlias;
import huoshui.org.UnitCommand.RenameUnit;
import huoshui.org.UnitCommand.SetEstablishment;
import huoshui.org.UnitCommand.SetHeadcount;
import huoshui.org.UnitCommand.SetManagement;
import huoshui.org.UnitCommand.SetRankEstablishment;
import huoshui.org.UnitCommand.SplitUnit;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.UnitFact;
import huoshui.org.fact.UnitFact.Formed;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitFact.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done to units; each is one act. Reading is {@link Organization}'s. 单位
 *
 * <p>Every method refuses when the unit does not stand on that day, and when the organization would be unsound afterwards.
 */
@Component
public class Units {

    private final Desk desk;
    private final Reform reform;

    Units(Desk desk, Reform reform) {
        this.desk = desk;
        this.reform = reform;
    }

    /** @return the new unit */
    @Transactional
    public UUID found(Actor actor, FoundUnit command) {
        named(command.is().name());
        desk.begin(command.on(), command.basis());
        var unit = desk.fresh(Subject.Unit::new);
        desk.write(actor, founding(unit, command.is(), List.of(), Way.FOUNDED, command), command.on());
        return unit;
    }

    /**
     * The first unit of an empty house, which from that day decides about everybody: whoever is granted a role there can go on
     * from it. One act. 建库
     *
     * @return the new unit
     * @throws Refusal {@code not-first} when there are units already
     */
    @Transactional
    public UUID foundFirst(Actor actor, FoundUnit command) {
        named(command.is().name());
        desk.begin(command.on(), command.basis());
        desk.requireEmpty();
        var unit = desk.fresh(Subject.Unit::new);
        var changes = new ArrayList<>(founding(unit, command.is().under(null, 0), List.of(), Way.FOUNDED, command));
        var everything = new Manages(null, true, List.of(ManagementCategory.values()), Mode.LEADS);
        changes.add(Change.record(unit, everything, Span.since(command.on()), command.basis()));
        desk.write(actor, changes, command.on());
        return unit;
    }

    @Transactional
    public void rename(Actor actor, RenameUnit command) {
        named(command.name());
        var was = desk.begin(command.on(), command.basis()).requireUnit(command.unit());
        var changes = desk.timeline(command.unit(), UnitIs.class, command.on(), command.basis())
                .change(UnitIs.class, is -> is.named(command.name().strip(), command.shortName()), is -> is.name());
        desk.write(actor, changes, command.on());
        desk.announce(new UnitChanged.UnitRenamed(command.unit(), was.is().name(), command.name(), command.on()));
    }

    @Transactional
    public void move(Actor actor, MoveUnit command) {
        desk.begin(command.on(), command.basis()).requireUnit(command.unit());
        var changes = desk.timeline(command.unit(), UnitIs.class, command.on(), command.basis())
                .change(
                        UnitIs.class,
                        is -> is.under(command.parent(), command.order()),
                        is -> java.util.Optional.ofNullable(is.parent()));
        desk.write(actor, changes, command.on());
    }

    /** Name and place in the tree stay as they are; {@link #rename} and {@link #move} change those. */
    @Transactional
    public void alter(Actor actor, AlterUnit command) {
        desk.begin(command.on(), command.basis()).requireUnit(command.unit());
        var to = command.is();
        var changes = desk.timeline(command.unit(), UnitIs.class, command.on(), command.basis())
                .change(
                        UnitIs.class,
                        is -> to.named(is.name(), is.shortName()).under(is.parent(), is.order()),
                        is -> is.named("", null).under(null, 0));
        desk.write(actor, changes, command.on());
    }

    /** @return the unit they went into */
    @Transactional
    public UUID merge(Actor actor, MergeUnits command) {
        return reform.merge(actor, command);
    }

    /** @return the parts, in the order given */
    @Transactional
    public List<UUID> split(Actor actor, SplitUnit command) {
        return reform.split(actor, command);
    }

    @Transactional
    public void abolish(Actor actor, AbolishUnit command) {
        reform.abolish(actor, command);
    }

    @Transactional
    public void alias(Actor actor, NameAlias command) {
        named(command.text());
        desk.begin(command.on(), command.basis()).requireUnit(command.unit());
        var alias = new UnitFact.Alias(command.text().strip());
        desk.write(
                actor,
                List.of(Change.record(command.unit(), alias, Span.since(command.on()), command.basis())),
                command.on());
    }

    @Transactional
    public void establish(Actor actor, SetEstablishment command) {
        var chart = desk.begin(command.on(), command.basis());
        chart.requireUnit(command.unit());
        for (var each : command.establishment()) sound(each.number());
        all(actor, command.unit(), chart.establishment(command.unit()), command.establishment(), command);
    }

    @Transactional
    public void rank(Actor actor, SetRankEstablishment command) {
        var chart = desk.begin(command.on(), command.basis());
        chart.requireUnit(command.unit());
        var told = command.establishment();
        for (int i = 0; i < told.size(); i++) {
            sound(told.get(i).number());
            if (told.get(i).highest().compareTo(told.get(i).lowest()) > 0)
                throw Refusal.input(
                        "bad-ranks",
                        "未写入：“%s”高低写反了。请先写较高的职级。".formatted(told.get(i).ranks()));
            for (int j = 0; j < i; j++) apart(told.get(j), told.get(i));
        }
        all(actor, command.unit(), chart.rankEstablishment(command.unit()), told, command);
    }

    /** One number may lie within another, as 一级调研员 within 一级至四级调研员; two that cross could not be told apart. */
    private static void apart(RankEstablishment one, RankEstablishment other) {
        if (one.slot().equals(other.slot()))
            throw Refusal.input("same-ranks", "未写入：“%s”核定了两次。请只留一个数。".formatted(one.ranks()));
        boolean within = one.covers(other.highest()) && one.covers(other.lowest());
        boolean around = other.covers(one.highest()) && other.covers(one.lowest());
        boolean meet = one.covers(other.highest()) || one.covers(other.lowest());
        if (meet && !within && !around)
            throw Refusal.input(
                    "ranks-cross", "未写入：“%s”与“%s”互相交叉，分不清各有多少名。请照文件分开写。".formatted(one.ranks(), other.ranks()));
    }

    private static void sound(int number) {
        if (number < 0 || number > 999)
            throw Refusal.input("bad-number", "未写入：核定职数须在 0 到 999 之间，所填为 %d。".formatted(number));
    }

    /** These and no others hold from the day on. */
    private <B extends OrgFact> void all(Actor actor, UUID unit, List<B> had, List<B> now, UnitCommand command) {
        var changes = new ArrayList<Change<OrgFact>>();
        for (var each : now) {
            if (had.contains(each)) continue;
            changes.addAll(
                    desk.timeline(unit, each, command.on(), command.basis()).replace(each));
        }
        for (var each : had) {
            if (now.stream().noneMatch(one -> one.slot().equals(each.slot())))
                changes.addAll(
                        desk.timeline(unit, each, command.on(), command.basis()).end());
        }
        desk.write(actor, changes, command.on());
    }

    @Transactional
    public void count(Actor actor, SetHeadcount command) {
        replace(actor, command.unit(), command.headcount(), command);
    }

    @Transactional
    public void manage(Actor actor, SetManagement command) {
        replace(actor, command.unit(), new UnitFact.Management(command.leading(), command.others()), command);
    }

    private void replace(Actor actor, UUID unit, OrgFact body, UnitCommand command) {
        desk.begin(command.on(), command.basis()).requireUnit(unit);
        desk.write(
                actor, desk.timeline(unit, body, command.on(), command.basis()).replace(body), command.on());
    }

    static List<Change<OrgFact>> founding(UUID unit, UnitIs is, List<UUID> predecessors, Way way, UnitCommand command) {
        var span = Span.since(command.on());
        return List.of(
                Change.record(unit, is, span, command.basis()),
                Change.record(unit, new Formed(way, predecessors, command.basis()), span, command.basis()));
    }

    static void named(String name) {
        if (name.isBlank()) throw Refusal.input("no-name", "未写入：名称是空的。请填写机构全称。");
        if (name.length() > 200)
            throw Refusal.input("long-name", "未写入：名称有 %d 个字，最多 200 个。请核对是否粘贴了多余内容。".formatted(name.length()));
    }
}
