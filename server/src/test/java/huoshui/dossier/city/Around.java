package huoshui.dossier.city;

import huoshui.org.Chart;

/** What a chart shows of units and posts, for cities made without a database. */
public final class Around {

    private Around() {}

    public static Surroundings of(Chart chart) {
        return new ChartSurroundings(chart);
    }
}
