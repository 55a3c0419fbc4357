package huoshui.dossier.web;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.access.UnitNames;
import huoshui.dossier.city.Cities;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Readings;
import huoshui.kernel.Readings.Reading;
import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who has read the sealed chapters of one's own dossier: day, section, chapter and purpose. 谁看过
 *
 * <p>Readings that belong to supervision are not told, since they may be of an open case; of readings for appointments the purpose
 * is not told, since it may be of a selection in progress. The page says so.
 */
@RestController
@RequestMapping("/api/v1/own-record/readings")
@Needs(Right.OWN_RECORD)
class OwnReadingPages {

    private static final int PAGE = 200;
    /** 监督检查与问题核实 */
    private static final String SUPERVISION = "P07";
    /** Purposes that tell nothing of a selection: review of dossiers, yearly assessment, care, help, statistics, exchange, requests. */
    private static final Set<String> TOLD = Set.of("P05", "P06", "P11", "P12", "P13", "P14", "P15");

    private static final Set<Chapter> CHAPTERS = Stream.of(Chapter.values())
            .filter(each -> each.sealed() && each != Chapter.SUPERVISION)
            .collect(Collectors.toUnmodifiableSet());

    private final Readings readings;
    private final Cities cities;
    private final Accounts accounts;
    private final Purposes purposes;
    private final UnitNames units;

    OwnReadingPages(Readings readings, Cities cities, Accounts accounts, Purposes purposes, UnitNames units) {
        this.readings = readings;
        this.cities = cities;
        this.accounts = accounts;
        this.purposes = purposes;
        this.units = units;
    }

    /**
     * What one section read for one purpose on one day.
     *
     * @param section the unit of whoever read, as it is called today; null for the house itself
     * @param purpose in words; null where it is not told
     * @param times how often, a chapter at a time
     */
    record Line(
            LocalDate day,
            @Nullable String section,
            List<Chapter> chapters,
            boolean export,
            @Nullable String purpose,
            int times) {}

    /** @param next where earlier ones begin; null where there are none */
    record Page(List<Line> items, @Nullable Long next) {}

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable Long cursor, Signed signed) {
        var person = signed.sight().person();
        var city = cities.now();
        var card = person == null ? null : city.find(person).orElse(null);
        if (card == null) throw Refusal.absent("no-own-record", "未找到：您的账号没有对应到一份档案。请告知组织部门核对。");
        var found = readings.of(city.ids(card.id()), CHAPTERS, SUPERVISION, cursor, PAGE);
        return new Page(
                lines(found), found.size() < PAGE ? null : found.getLast().number());
    }

    private record Key(
            LocalDate day,
            @Nullable UUID unit,
            boolean export,
            @Nullable String purpose) {}

    private List<Line> lines(List<Reading> told) {
        var grouped = new LinkedHashMap<Key, List<Reading>>();
        for (var each : told) {
            var unit = accounts.find(each.account()).map(Account::unit).orElse(null);
            var code = each.purpose();
            var key = new Key(
                    LocalDate.ofInstant(each.at(), Acts.ZONE),
                    unit,
                    each.export(),
                    code != null && TOLD.contains(code) ? code : null);
            grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
        }
        var ids = new HashSet<UUID>();
        for (var key : grouped.keySet()) if (key.unit() != null) ids.add(key.unit());
        var names = units.of(ids);
        var lines = new ArrayList<Line>();
        grouped.forEach((key, all) -> {
            var chapters = EnumSet.noneOf(Chapter.class);
            all.forEach(each -> chapters.add(each.chapter()));
            lines.add(new Line(
                    key.day(),
                    key.unit() == null ? null : names.get(key.unit()),
                    List.copyOf(chapters),
                    key.export(),
                    purposes.words(key.purpose()),
                    all.size()));
        });
        return lines;
    }
}
