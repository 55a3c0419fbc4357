package huoshui.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounts to show the city with, one for each role. 演示账号 */
final class Accounts {

    private final long seed;
    private final Map<String, Life> holders = new HashMap<>();
    private final Map<String, CityUnit> units;
    private final List<DemoAccount> accounts = new ArrayList<>();

    private Accounts(long seed, List<Life> lives, Map<String, CityUnit> units, int end) {
        this.seed = seed;
        this.units = units;
        for (var life : lives) {
            var seat = life.seat;
            if (seat == null || !life.serving()) continue;
            var post = seat.at(end).posts().getFirst();
            var unit = units.get(post.unit());
            if (unit != null) holders.putIfAbsent(unit.name().printed() + post.section() + post.title(), life);
        }
    }

    static List<DemoAccount> of(long seed, List<Life> lives, Map<String, CityUnit> units, int end) {
        var accounts = new Accounts(seed, lives, units, end);
        accounts.hands();
        accounts.seat("cenwangshu", "department-leader", "部领导", "澜江市委组织部常务副部长");
        accounts.seat("linzhiyuan", "cadre-section", "干部科", "澜江市委组织部干部一科科长");
        accounts.seat("ganbuerke", "cadre-section", "干部科", "澜江市委组织部干部二科科长");
        accounts.seat("jiandu", "supervision-section", "干部监督科", "澜江市委组织部干部监督科科长");
        accounts.seat("kaohe", "assessment-section", "干部考核科", "澜江市委组织部公务员一科科长");
        accounts.seat("xinxi", "information-section", "干部信息科", "澜江市委组织部干部信息科科长");
        accounts.seat("rencai", "talent-section", "人才工作科", "澜江市委组织部人才工作科科长");
        for (var each : Map.of("longchuan", "隆川县", "qingping", "青屏区").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList())
            accounts.seat(each.getKey(), "county-department", "县（市、区）委组织部", each.getValue() + "委组织部常务副部长");
        accounts.seat("shuiwu", "unit-personnel", "单位组织人事", "澜江市水务局办公室主任");
        accounts.seat("shuji", "city-leader", "市领导", "澜江市委书记");
        accounts.seat("cadre", "cadre", "本人", "澜江市发展和改革委员会副主任");
        accounts.colleague("kaoheyuan", "assessment-section", "干部考核科", "澜江市委组织部");
        return List.copyOf(accounts.accounts);
    }

    /** Another of this unit, whoever has no account yet: what takes two cannot be shown with one. */
    private void colleague(String account, String role, String roleName, String unit) {
        holders.entrySet().stream()
                .filter(each -> printed(each.getValue()).equals(unit))
                .filter(each -> accounts.stream()
                        .noneMatch(one ->
                                Biography.id(seed, each.getValue().number).equals(one.person())))
                .min(Comparator.<Map.Entry<String, Life>>comparingInt(each -> each.getValue().level)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getValue)
                .ifPresent(life -> accounts.add(new DemoAccount(
                        account, life.name, role, roleName, unit(life), Biography.id(seed, life.number))));
    }

    /** The three hands are nobody's dossier. */
    private void hands() {
        accounts.add(new DemoAccount("admin", "系统管理员", "system-administrator", "系统管理员", null, null));
        accounts.add(new DemoAccount("security", "安全管理员", "security-officer", "安全管理员", null, null));
        accounts.add(new DemoAccount("auditor", "审计管理员", "auditor", "审计管理员", null, null));
    }

    private void seat(String account, String role, String roleName, String key) {
        var life = holders.get(key);
        if (life == null) life = anyoneIn(key);
        if (life == null) return;
        accounts.add(new DemoAccount(account, life.name, role, roleName, unit(life), Biography.id(seed, life.number)));
    }

    /** Where the seat itself stands vacant today: the one of the highest level in the same unit. */
    private @org.jspecify.annotations.Nullable Life anyoneIn(String key) {
        return holders.entrySet().stream()
                .filter(each -> key.startsWith(printed(each.getValue())))
                .min(Comparator.<Map.Entry<String, Life>>comparingInt(
                                each -> -printed(each.getValue()).length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private String printed(Life life) {
        return units.get(unit(life)) instanceof CityUnit unit ? unit.name().printed() : "?";
    }

    private static String unit(Life life) {
        var seat = life.seat;
        return seat == null
                ? life.home
                : seat.stages.getLast().posts().getFirst().unit();
    }
}
