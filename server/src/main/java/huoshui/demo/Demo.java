package huoshui.demo;

import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.OneTimePassword;
import huoshui.access.Purposes;
import huoshui.access.Role;
import huoshui.access.Sights;
import huoshui.access.Signed;
import huoshui.assessment.Slips;
import huoshui.demo.Cadre.Kin;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Kinships;
import huoshui.dossier.Talents;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.Totals;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Purpose;
import huoshui.kernel.Subject;
import huoshui.org.OrgLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills an empty house with the fictional city, through the doors a real city would come in by. 示例市装入
 *
 * <p>Units and posts are loaded as an organization's description, people imported from a package and from forms, accounts
 * opened by the administrator and given their roles by the security officer.
 */
@Component
public class Demo {

    private static final String LOADER = "xinxi";
    private static final String ASSESSOR = "kaohe";
    private static final Purpose APPRAISING = new Purpose("P06");

    private final OrgLoader organization;
    private final Imports imports;
    private final Accounts accounts;
    private final Grants grants;
    private final Sights sights;
    private final Acts acts;
    private final Dossiers dossiers;
    private final Kinships kinships;
    private final DemoRounds rounds;
    private final Talents talents;

    Demo(
            OrgLoader organization,
            Imports imports,
            Accounts accounts,
            Grants grants,
            Sights sights,
            Acts acts,
            Dossiers dossiers,
            Kinships kinships,
            DemoRounds rounds,
            Talents talents) {
        this.organization = organization;
        this.imports = imports;
        this.accounts = accounts;
        this.grants = grants;
        this.sights = sights;
        this.acts = acts;
        this.dossiers = dossiers;
        this.kinships = kinships;
        this.rounds = rounds;
        this.talents = talents;
    }

    /** Told how far it is. 进度 */
    public interface Progress {
        /** @param stage in Chinese; {@code of} is 0 while the end is not known */
        void at(String stage, int done, int of);
    }

    /** An account that was opened, with the password it can be tried with. */
    public record Opened(String account, String name, String role, String unit, String password) {}

    /**
     * What was made.
     *
     * @param slips printed, of the round that runs
     */
    public record Filled(int units, int posts, Totals people, List<Opened> accounts, List<Slips.Printed> slips) {}

    /**
     * Makes the city of this seed and takes it in; what was committed before a failure stays.
     *
     * @param people at least {@link DemoCity#FEWEST}
     * @param address where the pages are served, as slips tell voters
     */
    public Filled fill(long seed, int people, String address, Progress progress) {
        progress.at("推演示例市", 0, 0);
        var city = DemoCity.generate(seed, people, acts.today());
        var opening = new Opening(city);
        opening.administrators();
        progress.at("录入机构与职位", 0, city.units().size());
        var loaded = organization.load(opening.admin, CityOrganization.of(city), "示例市机构数据");
        opening.units = loaded.units();
        var totals = people(city, opening, progress);
        opening.kin(progress);
        opening.fronts(seed, progress);
        opening.talents(seed, progress);
        opening.rest();
        progress.at("组织测评", 0, 0);
        var slips = rounds.hold(opening.signed(ASSESSOR), seed, address);
        progress.at("示例市已就绪", city.size(), city.size());
        return new Filled(loaded.units().size(), loaded.posts().size(), totals, List.copyOf(opening.opened), slips);
    }

    private Totals people(City city, Opening opening, Progress progress) {
        var folder = temporary();
        try {
            progress.at("制作数据包", 0, city.size());
            var written = DemoPackages.write(city, folder);
            var byPackage = city.people()
                    .filter(each -> !DemoPackages.byFormAlone(each))
                    .toList();
            int[] done = new int[1];
            return imports.run(opening.loader(), List.of(written.general(), written.forms()), false, item -> {
                opening.known(item, byPackage);
                progress.at("导入人员", ++done[0], city.size());
            });
        } finally {
            remove(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("huoshui-demo");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    /** Accounts on their way: the three hands first, one that may import, then those who have a dossier. */
    private final class Opening {

        private final City city;
        private final List<Opened> opened = new ArrayList<>();
        private final Map<String, UUID> people = new HashMap<>();
        private Map<String, UUID> units = Map.of();
        private Actor admin = new Actor(new UUID(0, 0));
        private Actor security = admin;

        Opening(City city) {
            this.city = city;
        }

        /** The first administrator, who names the first security officer, who names all others. */
        void administrators() {
            var first = accounts.firstAdministrator();
            var account = first.map(OneTimePassword::account)
                    .or(() -> accounts.find("admin"))
                    .orElseThrow();
            admin = new Actor(account.id());
            first.ifPresent(each -> tell(each, wanted("admin")));
            security = new Actor(open(wanted("security"), null, null).account().id());
            give(admin, security.account(), Role.SECURITY_OFFICER);
            make(wanted("auditor"), null);
        }

        Signed loader() {
            var wanted = wanted(LOADER);
            var made = make(wanted, null);
            var id = made.account().id();
            return new Signed(id, LOADER, wanted.name(), null, false, sights.of(id), Purposes.WRITING_BATCH);
        }

        /** Somebody who has an account already, at work. */
        Signed signed(String account) {
            var is = accounts.find(account).orElseThrow();
            return new Signed(is.id(), account, is.displayName(), null, false, sights.of(is.id()), APPRAISING);
        }

        void rest() {
            for (var each : city.accounts()) {
                if (each.person() == null || each.account().equals(LOADER)) continue;
                make(each, people.get(each.person()));
            }
        }

        private DemoAccount wanted(String account) {
            return city.accounts().stream()
                    .filter(each -> each.account().equals(account))
                    .findFirst()
                    .orElseThrow();
        }

        private OneTimePassword make(DemoAccount wanted, @Nullable UUID person) {
            var unit = wanted.unit() == null ? null : units.get(wanted.unit());
            var made = open(wanted, unit, person);
            give(security, made.account().id(), wanted.role());
            return made;
        }

        private OneTimePassword open(DemoAccount wanted, @Nullable UUID unit, @Nullable UUID person) {
            var made = accounts.open(admin, new Accounts.Opening(wanted.account(), wanted.name(), unit, person));
            tell(made, wanted);
            return made;
        }

        /** A demonstration is not to begin with changing a password: the one-time one is changed to one like it. */
        private void tell(OneTimePassword made, DemoAccount wanted) {
            var password = made.password() + "-demo";
            accounts.changePassword(made.account().id(), null, made.password(), password);
            opened.add(new Opened(wanted.account(), wanted.name(), wanted.roleName(), place(wanted), password));
        }

        private String place(DemoAccount wanted) {
            return city.units().stream()
                    .filter(each -> each.code().equals(wanted.unit()))
                    .map(each -> each.name().printed())
                    .findFirst()
                    .orElse("");
        }

        private void give(Actor by, UUID account, String role) {
            grants.grant(by, account, new Grants.Granting(role, null, null, null));
        }

        /**
         * Confirms who of a family are of the city themselves, as the one who keeps the people would, where both sides name
         * each other; of five such rows one is left for whoever looks on.
         */
        void kin(Progress progress) {
            var clerk = new Actor(accounts.find(LOADER).orElseThrow().id());
            var left = new int[1];
            progress.at("确认亲属", 0, 0);
            city.people().forEach(each -> {
                var owner = people.get(each.id());
                if (owner == null) return;
                each.family().stream()
                        .filter(kin -> people.containsKey(kin.person()) && ++left[0] % 5 != 0)
                        .forEach(kin -> confirm(clerk, owner, kin));
            });
        }

        /** Records who served on a front or in a hard post, as a clerk does by hand: no package carries that. */
        void fronts(long seed, Progress progress) {
            var clerk = new Actor(accounts.find(LOADER).orElseThrow().id());
            var dice = new Dice(seed).fork("fronts");
            progress.at("录入一线服务", 0, 0);
            city.people().forEach(each -> {
                var owner = people.get(each.id());
                var front = Fronts.of(each, dice.fork(each.number()), city.today());
                if (owner != null && front != null)
                    dossiers.record(
                            clerk,
                            new Subject.Person(owner),
                            front.service(),
                            front.days(),
                            front.service().front() + "人员名单（示例）");
            });
        }

        /** Enters talents who are no cadres as their section does by hand; one of them has taken their consent back since. */
        void talents(long seed, Progress progress) {
            var clerk = new Actor(accounts.find(LOADER).orElseThrow().id());
            var experts = new Experts(seed, city, units).some(Experts.among(city.size()));
            int done = 0;
            for (var each : experts) {
                var person = talents.enter(clerk, each.entering());
                each.said().forEach(said -> dossiers.record(clerk, person, said.body(), said.days(), "人才入库登记表（示例）"));
                if (each.withdrawn() != null) withdraw(clerk, person, each.withdrawn());
                progress.at("录入人才", ++done, experts.size());
            }
        }

        private void withdraw(Actor clerk, Subject.Person person, LocalDate day) {
            dossiers.known(person, acts.head()).stream()
                    .filter(each -> each.body() instanceof TalentListed)
                    .forEach(each -> dossiers.end(clerk, each.id(), day, "本人撤回同意的书面声明（示例）"));
        }

        private void confirm(Actor clerk, UUID owner, Kin kin) {
            var rows = dossiers.known(new Subject.Person(owner), acts.head());
            rows.stream()
                    .filter(each -> each.body() instanceof FamilyMember row
                            && kin.name().equals(row.name())
                            && kin.relation().equals(row.relation())
                            && row.person() == null)
                    .findFirst()
                    .ifPresent(row -> kinships.confirm(
                            clerk,
                            List.of(owner),
                            row.id(),
                            new Subject.Person(Objects.requireNonNull(people.get(kin.person()))),
                            "双方任免表家庭成员互载（示例）"));
        }

        /** Remembers whose dossier an imported row became. */
        void known(Item item, List<Cadre> byPackage) {
            var row = item.row();
            var person = item.personId();
            if (row != null && person != null && row <= byPackage.size())
                people.put(byPackage.get(row - 1).id(), person);
        }
    }
}
