package huoshui.demo;

import java.time.YearMonth;

/** The kernel's reckoning of retirement, in the simulation's months. 到龄 */
final class Retirement {

    private Retirement() {}

    /** @param limit 60 or 55, the limit before the reform */
    static int month(int birth, int limit) {
        return birth + limit * 12 + delay(birth, limit);
    }

    static int delay(int birth, int limit) {
        return huoshui.kernel.Retirement.delay(YearMonth.of(Months.year(birth), Months.inYear(birth)), limit);
    }

    /** Men 60; women 60 from deputy county level on, else 55. */
    static int limit(boolean male, int level) {
        return male || level >= Level.COUNTY_DEPUTY ? 60 : 55;
    }
}
