package huoshui;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.access.Accounts;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Authorities.GrantAuthority;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A city's organization department, one bureau beneath it and a county's, for tests of who may see and write what. */
public final class Department {

    private static final PartialDate LONG_AGO = PartialDate.month(2000, 1);
    private static final String PAPER = "文件";

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final Units units;
    private final Authorities authorities;
    private final Dossiers dossiers;
    private final Staff staff;
    private final UUID organization;
    private final UUID countyDepartment;
    private final UUID bureau;

    public Department(Units units, Authorities authorities, Dossiers dossiers, Accounts accounts, Grants grants) {
        this.units = units;
        this.authorities = authorities;
        this.dossiers = dossiers;
        this.staff = new Staff(accounts, grants);
        var city = found("澜江市", UnitKind.CITY, null);
        organization = found("市委组织部", UnitKind.PARTY_ORGAN, city);
        bureau = found("市水务局", UnitKind.GOVERNMENT_ORGAN, city);
        var county = found("隆川县", UnitKind.COUNTY, city);
        countyDepartment = found("隆川县委组织部", UnitKind.PARTY_ORGAN, county);
        manages(organization, null);
        manages(countyDepartment, county);
    }

    /** Somebody of the city's department in this role, at a browser. */
    public Visitor visitor(int port, String role) {
        return visitor(port, role, organization);
    }

    /** Another of the city's department in the same role. */
    public Visitor colleague(int port, String account, String role) {
        return visitor(port, account, role, organization);
    }

    /** The bureau beneath the city whose people {@link #person} makes. */
    public UUID bureau() {
        return bureau;
    }

    /** An account of the city's department that belongs to this cadre. */
    public UUID open(String account, String role, UUID person) {
        return staff.open(account, organization, person, role).id();
    }

    /** An account of the city's department in this role, for tests without pages. */
    public UUID open(String account, String role) {
        return staff.open(account, organization, null, role).id();
    }

    public Visitor countyVisitor(int port, String role) {
        return visitor(port, "county-" + role, role, countyDepartment);
    }

    private Visitor visitor(int port, String role, UUID unit) {
        return visitor(port, role, role, unit);
    }

    private Visitor visitor(int port, String account, String role, UUID unit) {
        staff.open(account, unit, null, role);
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(account, Staff.PASSWORD).status()).isEqualTo(201);
        return visitor;
    }

    /** A cadre of the bureau, managed by the city. */
    public Subject.Person person(String name, String post) {
        var person = dossiers.open();
        record(person, new Identity(name, "男", PartialDate.month(1980, 2), "汉族", null, null, null), "1980-02");
        record(person, PostHeld.of(post).matchedTo(bureau, null), "2015-01");
        record(person, new Managed("03"), "2015-01");
        return person;
    }

    public void record(Subject.Person person, FactBody body, String since) {
        dossiers.record(clerk, person, body, Span.since(PartialDate.parse(since)), PAPER);
    }

    private UUID found(String name, UnitKind kind, @Nullable UUID parent) {
        return units.found(clerk, new FoundUnit(UnitIs.of(name, kind, null, parent), LONG_AGO, PAPER));
    }

    private void manages(UUID unit, @Nullable UUID over) {
        var all = List.copyOf(Set.of(ManagementCategory.values()));
        authorities.grant(clerk, new GrantAuthority(unit, new Manages(over, true, all, Mode.LEADS), LONG_AGO, PAPER));
    }
}
