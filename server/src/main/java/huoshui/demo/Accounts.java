package huoshui.demo;

import java.util.List;
import java.util.Map;

/** Accounts to show the city with, one for each role. 演示账号 */
final class Accounts {

    private Accounts() {}

    static List<DemoAccount> of(List<Life> lives, Biography biography, Map<String, CityUnit> units) {
        return List.of();
    }
}
