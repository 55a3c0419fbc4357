package huoshui.dossier;

import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentKinds;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Codes;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On what ground a talent's dossier is kept, and what may stand in it; asked of everything that is about to be written. 入库依据
 *
 * <p>A talent who is no cadre has a narrower dossier: {@link TalentKinds}. It rests on its grounds: without one nothing is added,
 * and the last one cannot be taken away from under the rest. Whoever becomes a cadre does so by a named decision.
 */
@Component
public class TalentGround {

    private final Ledger<FactBody> ledger;
    private final Acts acts;
    private final JdbcClient jdbc;

    TalentGround(Ledger<FactBody> personLedger, Acts acts, JdbcClient jdbc) {
        this.ledger = personLedger;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    /**
     * @throws Refusal {@code no-ground}, {@code no-category}, {@code no-citation}, {@code no-consent-day},
     *     {@code before-consent}, {@code no-recommender} about a ground; {@code only-talent} for a kind kept of cadres alone;
     *     {@code ground-ended}, {@code last-ground}, {@code unclear-dossier}, {@code already-cadre}
     */
    public void check(Collection<Change<FactBody>> changes) {
        var recorded = new LinkedHashMap<UUID, List<Change.Record<FactBody>>>();
        var superseded = new HashSet<UUID>();
        var subjects = new HashSet<UUID>();
        for (var each : changes) {
            switch (each) {
                case Change.Record<FactBody> one -> {
                    recorded.computeIfAbsent(one.subject(), any -> new ArrayList<>())
                            .add(one);
                    subjects.add(one.subject());
                }
                case Change.Supersede<FactBody> gone -> {
                    superseded.add(gone.fact());
                    subjects.add(gone.subject());
                }
            }
        }
        for (var each : concerned(subjects, recorded)) {
            var now = recorded.getOrDefault(each, List.of());
            var before = ledger.history(each).stream()
                    .filter(fact -> fact.superseded() == null && !fact.erased())
                    .toList();
            new Weighing(before, now, superseded, acts.today(), acts.head()).check();
        }
    }

    /** Whose dossier has ever had a ground, and whose is given one, or the decision that they are a cadre, now. */
    private Set<UUID> concerned(Set<UUID> subjects, Map<UUID, List<Change.Record<FactBody>>> recorded) {
        var all = new HashSet<UUID>();
        recorded.forEach((subject, lines) -> {
            if (lines.stream()
                    .map(each -> kind(each.body()))
                    .anyMatch(each -> each.equals(TalentKinds.LISTED) || each.equals(TalentKinds.CADRE)))
                all.add(subject);
        });
        if (!subjects.isEmpty())
            all.addAll(jdbc.sql("""
                            select distinct subject from dossier.fact where kind = 'talent' and subject = any(:subjects::uuid[])""")
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query((row, i) -> row.getObject("subject", UUID.class))
                    .list());
        return all;
    }

    /**
     * Whether emptying these lines leaves anything that no ground bears.
     *
     * @throws Refusal {@code ground-last}
     */
    void requireLast(Collection<Fact<FactBody>> all, Collection<UUID> emptied) {
        var left = all.stream()
                .filter(each -> !each.erased() && !emptied.contains(each.id()))
                .toList();
        boolean had = all.stream().anyMatch(each -> each.kind().equals(TalentKinds.LISTED) && !each.erased());
        boolean bears = left.stream()
                .anyMatch(each -> each.superseded() == null
                        && (each.kind().equals(TalentKinds.LISTED)
                                || each.kind().equals(TalentKinds.CADRE)));
        boolean cadre = left.stream().anyMatch(each -> each.superseded() == null && Cities.showsCadre(each.kind()));
        boolean rests = left.stream().anyMatch(each -> TalentKinds.rests(each.kind()));
        if (had && !bears && !cadre && rests)
            throw Refusal.input("ground-last", "未提请：入库依据是其余各条得以保存的凭据，不能先于其余各条抹除。请把该人才档案的全部各条一并列入。");
    }

    private static String kind(FactBody body) {
        return FactKinds.ALL.of(body).code();
    }

    /** One dossier before and after. */
    private static final class Weighing {

        private final List<Fact<FactBody>> before;
        private final List<Change.Record<FactBody>> recorded;
        private final Set<UUID> superseded;
        private final LocalDate today;
        private final boolean fresh;

        Weighing(
                List<Fact<FactBody>> before,
                List<Change.Record<FactBody>> recorded,
                Set<UUID> superseded,
                LocalDate today,
                long head) {
            this.before = before;
            this.recorded = recorded;
            this.superseded = superseded;
            this.today = today;
            this.fresh = before.stream().allMatch(each -> each.known() >= head);
        }

        void check() {
            recorded.stream()
                    .filter(each -> each.body() instanceof TalentListed)
                    .forEach(each ->
                            sound((TalentListed) each.body(), each.valid().from()));
            if (decides()) {
                if (decided() || cadresBefore() && !redecides())
                    throw Refusal.input("already-cadre", "未写入：该同志已是干部，无须再记“列为干部”。职务、职级变动请记任职、职级。");
                return;
            }
            if (lists() && !talentBefore() && !fresh && !before.isEmpty() && !cadresBefore() && !decided())
                throw Refusal.input(
                        "unclear-dossier",
                        "未写入：该档案只有身份等基本情况，看不出是不是干部，不能径记人才入库。是干部的，请先补记任职、职级等情况，或记“列为干部”；不是干部的，请撤销后从“人才入库”另开档案。");
            if (bereft())
                throw Refusal.input(
                        "last-ground", "未写入：入库依据是该人才档案唯一的凭据，不能单独撤销或移走。依据有误请更正；依据终止请填终止日，并提请抹除；已是干部的请先记“列为干部”。");
            if (!talent() || decided() || cadresBefore()) return;
            for (var each : recorded) {
                var kind = kind(each.body());
                if (!TalentKinds.kept(kind, each.body()))
                    throw Refusal.input(
                            "only-talent",
                            "未写入：该同志以人才身份入库，不是干部，人才档案不收“%s”。确已选任为干部的，请先记“列为干部”，写明决定机关和文件，再录入。"
                                    .formatted(TalentKinds.word(kind)));
            }
            if (adds() && !grounded())
                throw Refusal.input("ground-ended", "未写入：该同志的入库依据已经终止，不能再增记。请先取得并录入新的依据，或提请抹除已存各条。");
        }

        private boolean talentBefore() {
            return before.stream().anyMatch(each -> each.kind().equals(TalentKinds.LISTED));
        }

        private boolean cadresBefore() {
            return before.stream().anyMatch(each -> Cities.showsCadre(each.kind()));
        }

        private boolean decided() {
            return before.stream()
                    .anyMatch(each -> each.kind().equals(TalentKinds.CADRE) && !superseded.contains(each.id()));
        }

        private boolean decides() {
            return recorded.stream().anyMatch(each -> kind(each.body()).equals(TalentKinds.CADRE));
        }

        private boolean redecides() {
            return before.stream()
                    .anyMatch(each -> each.kind().equals(TalentKinds.CADRE) && superseded.contains(each.id()));
        }

        private boolean lists() {
            return recorded.stream().anyMatch(each -> each.body() instanceof TalentListed);
        }

        private boolean talent() {
            return talentBefore() || lists();
        }

        private Stream<Fact<FactBody>> staying() {
            return before.stream().filter(each -> !superseded.contains(each.id()));
        }

        /** Something rests in it, and no ground, no decision and nothing of a cadre would be left. */
        private boolean bereft() {
            boolean bears = lists()
                    || staying()
                            .anyMatch(each -> each.kind().equals(TalentKinds.LISTED)
                                    || each.kind().equals(TalentKinds.CADRE)
                                    || Cities.showsCadre(each.kind()));
            return talentBefore() && !bears && staying().anyMatch(each -> TalentKinds.rests(each.kind()));
        }

        /** Whether more is said than before: a line put right, or ended, is none more. */
        private boolean adds() {
            return recorded.stream()
                    .map(each -> kind(each.body()))
                    .filter(TalentKinds::rests)
                    .distinct()
                    .anyMatch(kind -> recorded.stream()
                                    .filter(each -> kind(each.body()).equals(kind))
                                    .count()
                            > before.stream()
                                    .filter(each -> each.kind().equals(kind) && superseded.contains(each.id()))
                                    .count());
        }

        private boolean grounded() {
            return recorded.stream()
                            .anyMatch(each -> each.body() instanceof TalentListed
                                    && each.valid().covers(today))
                    || staying()
                            .anyMatch(each -> each.kind().equals(TalentKinds.LISTED)
                                    && each.valid().covers(today));
        }
    }

    private static void sound(TalentListed is, LocalDate from) {
        if (Codes.list("RC01").code(is.category()).isEmpty())
            throw Refusal.input("no-category", "未入库：没有填人才类别，或所填不在类别表中。请从人才类别中选一类。");
        if (Objects.requireNonNullElse(is.ground(), "").isBlank()
                || Codes.list("RC02").code(is.ground()).isEmpty())
            throw Refusal.input("no-ground", "未入库：没有写明入库依据。非干部的档案须有依据才能保存：请选本人同意、人才政策文件等一种，并写明文书。");
        if (Objects.requireNonNullElse(is.citation(), "").isBlank())
            throw Refusal.input("no-citation", "未入库：依据只选了种类，没有写明文书。请照原件填写同意书或文件的名称、文号或日期。");
        if (is.recommender() == null
                && Objects.requireNonNullElse(is.recommenderText(), "").isBlank())
            throw Refusal.input("no-recommender", "未入库：没有填推荐单位。请从机构树选取，树中没有的写明名称。");
        if (!is.ground().equals(TalentListed.CONSENT)) return;
        var consented = is.consented();
        if (consented == null) throw Refusal.input("no-consent-day", "未入库：依据是本人同意，没有填同意日期。请照同意书填写到日或到月。");
        if (from.isBefore(consented.firstDay()))
            throw Refusal.input(
                    "before-consent",
                    "未入库：入库起始日 %s 早于本人同意的 %s。同意之前不得保存，请核对两个日期。".formatted(from, consented.firstDay()));
    }
}
