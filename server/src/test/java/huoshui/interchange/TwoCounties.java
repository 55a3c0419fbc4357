package huoshui.interchange;

import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralWriter;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.OrgDescription;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A city of two counties, accounts of it, and packages made by hand. 两县一市 */
final class TwoCounties {

    private static final PartialDate LONG_AGO = PartialDate.month(1985, 1);

    private final Map<String, UUID> units;
    private final Map<String, UUID> posts;
    private final Dossiers dossiers;
    private final Organization organization;
    private final Acts acts;

    private TwoCounties(OrgLoader.Loaded loaded, Dossiers dossiers, Organization organization, Acts acts) {
        this.units = loaded.units();
        this.posts = loaded.posts();
        this.dossiers = dossiers;
        this.organization = organization;
        this.acts = acts;
    }

    static TwoCounties founded(OrgLoader loader, Dossiers dossiers, Organization organization, Acts acts) {
        var units = List.of(
                unit("CITY", null, "澜江示例市"),
                unit("BUREAU", "CITY", "市示例局", new Establishment(SeatCategory.HEAD, null, 1, null)),
                unit("COUNTY1", "CITY", "云岭县"),
                unit("ORG1", "COUNTY1", "云岭县委组织部"),
                unit("FIN1", "COUNTY1", "云岭县财政局", new Establishment(SeatCategory.HEAD, null, 1, null)),
                unit("FIN1OFFICE", "FIN1", "办公室"),
                unit("BUREAUOFFICE", "BUREAU", "办公室"),
                unit("COUNTY2", "CITY", "清溪县"));
        var posts = List.of(head("BUREAU-1", "BUREAU", "市示例局局长"), head("FIN1-1", "FIN1", "云岭县财政局局长"));
        var all = new OrgDescription(units, posts, List.of(), List.of(), List.of());
        var loaded = loader.load(new Actor(UUID.randomUUID()), all, "测试");
        return new TwoCounties(loaded, dossiers, organization, acts);
    }

    private static UnitRow unit(String code, @Nullable String parent, String name, Establishment... numbers) {
        return new UnitRow(
                code,
                parent,
                List.of(new Name(LONG_AGO, name, null)),
                UnitKind.of(null, name),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                LONG_AGO,
                LONG_AGO,
                null,
                List.of(),
                List.of(numbers),
                null,
                null);
    }

    private static PostRow head(String code, String unit, String title) {
        return new PostRow(
                code,
                unit,
                List.of(),
                title,
                null,
                null,
                SeatCategory.HEAD,
                LeadershipLevel.SECTION_CHIEF,
                true,
                true,
                true,
                1,
                null,
                null,
                Set.of(),
                null,
                null,
                false,
                null,
                1,
                true,
                LONG_AGO,
                null);
    }

    UUID unit(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    UUID seat(String code) {
        return Objects.requireNonNull(posts.get(code), code);
    }

    UUID top() {
        return unit("CITY");
    }

    UUID one() {
        return unit("COUNTY1");
    }

    UUID officeOfFinance() {
        return unit("FIN1OFFICE");
    }

    /** The organization department of the one county. */
    Signed county() {
        return account(EnumSet.allOf(Right.class), "ORG1", ofCounty());
    }

    /** The same, who keeps no units. */
    Signed withoutUnits() {
        return account(EnumSet.complementOf(EnumSet.of(Right.MANAGE_UNITS)), "ORG1", ofCounty());
    }

    Signed everybody() {
        var all = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        return account(EnumSet.allOf(Right.class), null, all);
    }

    private Authority ofCounty() {
        var all = organization.now().subtree(one()).stream()
                .map(each -> each.id())
                .collect(Collectors.toSet());
        return Authority.over(
                all, EnumSet.of(ManagementCategory.COUNTY, ManagementCategory.OTHER), Authority.Mode.LEADS);
    }

    private Signed account(Set<Right> rights, @Nullable String home, Authority authority) {
        var id = UUID.randomUUID();
        var chapters = EnumSet.allOf(Chapter.class);
        // Whoever grants roles or opens accounts knows all units by name; a clerk does not.
        var own = EnumSet.copyOf(rights);
        own.removeAll(EnumSet.of(Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES, Right.MANAGE_AUTHORITY));
        var role = new Role("all", "全部", false, true, own, chapters, chapters);
        var sight =
                Sight.drawn(id, null, List.of(role), home == null ? null : unit(home), List.of(authority), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, new Purpose("P14"));
    }

    /** In which unit somebody's post of today is. */
    Optional<UUID> placed(Item item) {
        return post(item).map(PostHeld::unit);
    }

    Optional<PostHeld> post(Item item) {
        var person = new Subject.Person(Objects.requireNonNull(item.personId()));
        return dossiers.of(person, acts.now()).stream()
                .filter(each -> each.content() instanceof PostHeld)
                .map(each -> (PostHeld) each.content())
                .findFirst();
    }

    /** Every post of somebody, past ones too. */
    List<PostHeld> everHeld(Item item) {
        return dossiers.known(new Subject.Person(Objects.requireNonNull(item.personId())), acts.head()).stream()
                .filter(each -> each.content() instanceof PostHeld)
                .map(each -> (PostHeld) each.content())
                .toList();
    }

    /** What was told of a run. */
    record Told(List<Item> items, List<UnitNews> units) {

        /** Of each unit the codes of its problems, and whether it is new. */
        List<String> codes() {
            return units.stream()
                    .map(each -> (each.problems().stream()
                                            .map(one -> one.code())
                                            .collect(Collectors.joining(" "))
                                    + (each.status() == UnitNews.Status.LEFT
                                            ? ""
                                            : " " + each.status().word()))
                            .strip())
                    .toList();
        }
    }

    Told run(Imports imports, Signed who, Path path, boolean dryRun) {
        var items = new ArrayList<Item>();
        var units = new ArrayList<UnitNews>();
        imports.run(who, List.of(path), null, dryRun, items::add, units::add);
        return new Told(items, units);
    }

    /** A package made by hand. */
    static final class Packing {

        private static int people;

        private final Path file;
        private final List<Map<String, String>> units = new ArrayList<>();
        private final List<GeneralPerson> persons = new ArrayList<>();

        Packing(Path file) {
            this.file = file;
        }

        Packing unit(String key, String name, @Nullable String parent, String... columns) {
            var row = row("B0111", key, "B0101", name);
            if (parent != null) row.put("B0121", parent);
            row.putAll(row(columns));
            units.add(row);
            return this;
        }

        /** Somebody who has held this post since 2015. */
        Packing person(String name, @Nullable String unit, String post, String... columns) {
            var key = "P" + ++people + "." + name;
            var held = row(
                    "A0000", key, "A0201A", post.substring(0, post.length() - 2), "A0215A", post, "A0243", "201503");
            held.put("A0255", "1");
            if (unit != null) held.put("A0201B", unit);
            held.putAll(row(columns));
            return person(key, name, row(), held);
        }

        Packing person(String key, String name, Map<String, String> more, Map<String, String> held) {
            var basics =
                    row("A0000", key, "A0101", name, "A0104", "1", "A0107", "1975" + "%02d".formatted(people % 12 + 1));
            basics.putAll(more);
            persons.add(new GeneralPerson(key, Map.of("A01", List.of(basics), "A02", List.of(held))));
            return this;
        }

        Path lay() {
            try (var out = Files.newOutputStream(file);
                    var writer = new GeneralWriter(out, GeneralWriter.Extent.WHOLE)) {
                units.forEach(writer::unit);
                persons.forEach(each -> writer.person(each, null));
                writer.finish(GeneralManifest.made("20260901", Map.of()));
                return file;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        static Map<String, String> row(String... pairs) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < pairs.length; i += 2) row.put(pairs[i], pairs[i + 1]);
            return row;
        }
    }
}
