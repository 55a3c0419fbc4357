package huoshui.access;

import huoshui.kernel.Chapter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one account may see and do today: role × chapter × scope. 可见范围
 *
 * <p>An account has one scope, whatever its roles, so a chapter that may be read may be read of everybody who is seen.
 * Cheap enough to be asked of every person of a city; to be taken anew for every request.
 */
public final class Sight {

    private final UUID account;
    private final @Nullable UUID person;
    private final Set<Right> rights = EnumSet.noneOf(Right.class);
    private final Set<Chapter> reads = EnumSet.noneOf(Chapter.class);
    private final Set<Chapter> writes = EnumSet.noneOf(Chapter.class);
    private final Set<Role.People> people = EnumSet.noneOf(Role.People.class);
    private final Terrain terrain;
    private final Set<UUID> refused;

    Sight(UUID account, @Nullable UUID person, Collection<Role> roles, Terrain terrain, Set<UUID> refused) {
        this.account = account;
        this.person = person;
        for (var role : roles) {
            rights.addAll(role.rights());
            reads.addAll(role.reads());
            writes.addAll(role.writes());
            people.addAll(role.people());
        }
        this.terrain = terrain;
        this.refused = Set.copyOf(refused);
    }

    /**
     * The sight that these roles give over these authorities.
     *
     * @param home the unit whose authorities these are; it keeps the dossiers of its own people
     * @param refused persons whom this account may not deal with as staff
     */
    public static Sight drawn(
            UUID account,
            @Nullable UUID person,
            Collection<Role> roles,
            @Nullable UUID home,
            List<Authority> authorities,
            Set<UUID> refused) {
        return new Sight(account, person, roles, new Terrain(home, authorities), refused);
    }

    /** Sees and may nothing. */
    static Sight none(UUID account) {
        return new Sight(account, null, List.of(), Terrain.NONE, Set.of());
    }

    public UUID account() {
        return account;
    }

    /** The cadre whom this account belongs to; null when it is nobody's. 本人 */
    public @Nullable UUID person() {
        return person;
    }

    /** The unit this account works in; null for an account of none. 所在单位 */
    public @Nullable UUID home() {
        return terrain.home();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public Set<Right> rights() {
        return Set.copyOf(rights);
    }

    /** Whether this chapter may be read, of people who are seen; a sealed one for a stated purpose only. */
    public boolean reads(Chapter chapter) {
        return reads.contains(chapter);
    }

    /** Whether this chapter may be written, of people whom one {@linkplain #changes leads}. */
    public boolean writes(Chapter chapter) {
        return writes.contains(chapter);
    }

    /** Whether talents who are no cadres are reached at all. */
    public boolean reachesTalents() {
        return may(Right.READ_PEOPLE) && people.contains(Role.People.TALENTS);
    }

    /**
     * Whether cadres placed so are seen, as staff. Where unit or category is not known, only an account that sees all of the
     * city does, and of unknown category also the unit that keeps the dossier.
     */
    boolean seesCadre(@Nullable UUID unit, @Nullable ManagementCategory category) {
        return cadres() && terrain.sees(unit, category);
    }

    /** Whether cadres are reached at all. */
    public boolean reachesCadres() {
        return cadres();
    }

    private boolean cadres() {
        return may(Right.READ_PEOPLE) && people.contains(Role.People.CADRES);
    }

    /**
     * Whether this person, placed so, is seen: not oneself, not one's kin. That a cadre is a talent too shows them to nobody who
     * has no authority over the cadre; a talent who is no cadre is seen by those who lead the unit that recommended them.
     */
    public boolean sees(UUID who, Placement.Place place) {
        return !refuses(who)
                && switch (place.footing()) {
                    case CADRE -> seesCadre(place.unit(), place.category());
                    case CADRE_AND_TALENT ->
                        (cadres() || reachesTalents()) && terrain.sees(place.unit(), place.category());
                    case TALENT -> reachesTalents() && terrain.tends(place.unit());
                };
    }

    /**
     * Whether facts of cadres placed so may be written: under one's own leadership only (主管), or, until their category is known,
     * by the unit that keeps the dossier.
     */
    public boolean changesCadre(@Nullable UUID unit, @Nullable ManagementCategory category) {
        return cadres() && terrain.leads(unit, category);
    }

    /** Whether this person's facts may be written; of a cadre who is a talent too, by those who lead the cadre. */
    public boolean changes(UUID who, Placement.Place place) {
        return !refuses(who)
                && switch (place.footing()) {
                    case CADRE, CADRE_AND_TALENT -> changesCadre(place.unit(), place.category());
                    case TALENT -> reachesTalents() && terrain.tends(place.unit());
                };
    }

    /** Whether this unit is seen as a unit; those who open accounts, grant roles or keep authority need all names. */
    public boolean seesUnit(UUID unit) {
        return may(Right.MANAGE_ACCOUNTS)
                || may(Right.GRANT_ROLES)
                || may(Right.MANAGE_AUTHORITY)
                || (may(Right.READ_PEOPLE) && terrain.seesUnit(unit));
    }

    public boolean changesUnit(UUID unit) {
        return may(Right.MANAGE_UNITS) && terrain.leadsUnit(unit);
    }

    /** Whether people of this unit are led, of whatever category; those of one's own unit are. */
    public boolean leadsPeopleOf(UUID unit) {
        return may(Right.READ_PEOPLE) && (terrain.leadsUnit(unit) || unit.equals(terrain.home()));
    }

    /** Whether everybody of the city is led. */
    public boolean leadsEverything() {
        return may(Right.READ_PEOPLE) && terrain.leadsEverything();
    }

    /** Whether lines about this unit may be asked to be emptied: with the right to, under one's own authority. */
    public boolean erasesOf(UUID unit) {
        return may(Right.ERASE) && terrain.leadsUnit(unit);
    }

    /** Whether this is oneself or one's kin, with whom one does not deal as staff. 回避 */
    public boolean refuses(UUID who) {
        return refused.contains(who);
    }

    /** Whether every cadre of the city is seen, those included of whom unit or category is not known. */
    public boolean everything() {
        return cadres() && terrain.everything();
    }
}
