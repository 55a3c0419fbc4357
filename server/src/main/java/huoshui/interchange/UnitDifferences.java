package huoshui.interchange;

import huoshui.interchange.form.Problem;
import huoshui.interchange.general.GeneralUnit;
import huoshui.org.Chart;
import huoshui.org.Unit;
import huoshui.org.fact.UnitLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In what a package says otherwise of a unit we have; what it does not say is no difference. 机构差异 */
final class UnitDifferences {

    private final Chart chart;
    private final PackageUnits known;

    UnitDifferences(Chart chart, PackageUnits known) {
        this.chart = chart;
        this.known = known;
    }

    /** @param id of ours, which is seen by whoever is told */
    Optional<Problem> of(GeneralUnit said, UUID id) {
        var here = chart.unit(id).orElse(null);
        if (here == null)
            return Optional.of(Problem.warning(
                    "B01", "unit.ended", "机构“%s”：库中此机构已撤并，不再收录；其人员的任职按原机构挂接，请核对。".formatted(said.name())));
        var all = new ArrayList<String>();
        name(said, here, all);
        parent(said, here, all);
        level(said, here, all);
        numbers(said, here, all);
        if (all.isEmpty()) return Optional.empty();
        return Optional.of(Problem.warning(
                "B01",
                "unit.differs",
                "机构“%s”与库中不同：%s。导入不改库中机构；如应以来文为准，请在机构页更正。".formatted(said.name(), String.join("；", all))));
    }

    private void name(GeneralUnit said, Unit here, List<String> all) {
        boolean same = said.name().isEmpty()
                || chart.named(said.name()).stream().anyMatch(each -> each.id().equals(here.id()));
        if (!same) all.add("名称 来文“" + said.name() + "”，库中“" + here.is().name() + "”");
    }

    private void parent(GeneralUnit said, Unit here, List<String> all) {
        var above = said.parent() == null ? null : known.unit(said.parent()).orElse(null);
        if (above == null || above.equals(here.is().parent())) return;
        all.add("上级 来文“" + called(above) + "”，库中“" + called(here.is().parent()) + "”");
    }

    private String called(@Nullable UUID unit) {
        return chart.unit(unit).map(Unit::called).orElse("无");
    }

    private static void level(GeneralUnit said, Unit here, List<String> all) {
        var level = UnitLevel.of(said.level())
                .filter(each -> each != UnitLevel.OTHER)
                .orElse(null);
        if (level == null || level == here.is().level()) return;
        all.add("级别 来文“" + level.word() + "”，库中“"
                + (here.is().level() == null ? "未录入" : here.is().level().word()) + "”");
    }

    private void numbers(GeneralUnit said, Unit here, List<String> all) {
        var ours = UnitColumns.numbers(chart, here.id());
        said.numbers().forEach((column, number) -> {
            var our = ours.get(column);
            if (number.equals(our) || our == null && number == 0) return;
            all.add(UnitColumns.called(column) + " 来文 " + number + "，库中" + (our == null ? "未核定" : " " + our));
        });
    }
}
