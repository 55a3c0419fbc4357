package huoshui.demo;

/** When someone reaches the age, by the gradual raise in force since 2025-01. 到龄 */
final class Retirement {

    private Retirement() {}

    /** @param limit 60 or 55, the limit before the reform */
    static int month(int birth, int limit) {
        return birth + limit * 12 + delay(birth, limit);
    }

    /** One month for every four months of birth date, at most 36. */
    static int delay(int birth, int limit) {
        int first = Months.of(limit == 60 ? 1965 : 1970, 1);
        int months = birth - first + 1;
        return months <= 0 ? 0 : Math.min(36, (months + 3) / 4);
    }

    /** Men 60; women 60 from deputy county level on, else 55. */
    static int limit(boolean male, int level) {
        return male || level >= Level.COUNTY_DEPUTY ? 60 : 55;
    }
}
