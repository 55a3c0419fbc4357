package huoshui.rule;

import huoshui.access.Sights;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What named collectives conclude of people, recorded as facts on their basis. 组织结论
 *
 * <p>Nothing is reckoned here: who concluded, on which day, on what ground and by which paper is written down as it was
 * decided. A later conclusion of the same kind ends the earlier one on the day before.
 */
@Component
public class Conclusions {

    /** Kinds that only a meeting concludes: written down with who was there, why and what it saw, by {@code assessment}. */
    public static final Set<String> BY_MEETING =
            Set.of("POLITICAL-QUALITY", "POLITICAL-REVERSE", "POLITICAL-SIGNS", "POLITICAL-UNFIT");

    private static final int LONGEST = 500;

    /**
     * A conclusion to be recorded.
     *
     * @param code of the list of conclusions
     * @param value one of those the list gives
     * @param by the collective and who answered for it
     * @param ground what it rests on
     * @param day from which it holds
     * @param until to which it holds; null while it lasts
     * @param basis the paper, 会议纪要、批复
     */
    public record Concluded(
            @Nullable String code,
            @Nullable String value,
            @Nullable String by,
            @Nullable String ground,
            @Nullable PartialDate day,
            @Nullable PartialDate until,
            @Nullable String basis) {}

    private final Rulebook rulebook;
    private final Dossiers dossiers;
    private final Sights sights;

    Conclusions(Rulebook rulebook, Dossiers dossiers, Sights sights) {
        this.rulebook = rulebook;
        this.dossiers = dossiers;
        this.sights = sights;
    }

    /** The kinds whose chapter this account writes. */
    public List<ConclusionKind> writable(Signed who) {
        return rulebook.book().conclusions().stream()
                .filter(each -> who.sight().writes(each.chapter()))
                .sorted(Comparator.comparing(ConclusionKind::title))
                .toList();
    }

    /** @throws Refusal {@code no-such-person}, {@code not-led}, {@code no-conclusion}, {@code not-writable}, {@code bad-value}, {@code incomplete}, {@code too-long} */
    @Transactional
    public Fact<FactBody> record(Signed who, Subject.Person person, Concluded asked) {
        sights.requireChanged(who.sight(), person.id());
        var code = given(asked.code(), "结论种类");
        var kind = rulebook.book()
                .conclusion(code)
                .orElseThrow(() -> Refusal.input("no-conclusion", "未写入：没有“%s”这种结论。请从列表中选取。".formatted(code)));
        if (!who.sight().writes(kind.chapter())) throw Refusal.sight("not-writable", "未写入：这一结论属您不能写的一章。请告知负责的科室办理。");
        var value = given(asked.value(), "结论");
        if (!kind.values().contains(value))
            throw Refusal.input(
                    "bad-value",
                    "未写入：“%s”的结论只能是%s，所填为“%s”。请重新选取。".formatted(kind.title(), String.join("、", kind.values()), value));
        var by = given(asked.by(), "作出结论的集体及负责人");
        var basis = given(asked.basis(), "依据");
        var ground = asked.ground() == null || asked.ground().isBlank() ? null : given(asked.ground(), "理由");
        return dossiers.record(
                who.actor(), person, new Conclusion(code, value, by, kind.chapter(), ground), days(asked), basis);
    }

    private static Span days(Concluded asked) {
        if (asked.day() == null) throw Refusal.input("incomplete", "未写入：没有填结论日期。请填写后再提交。");
        if (asked.until() != null && asked.until().compareTo(asked.day()) < 0)
            throw Refusal.input("bad-dates", "未写入：终止日早于结论日期。请核对后重填。");
        return asked.until() == null ? Span.since(asked.day()) : Span.between(asked.day(), asked.until());
    }

    private static String given(@Nullable String text, String what) {
        if (text == null || text.isBlank()) throw Refusal.input("incomplete", "未写入：没有填%s。请填写后再提交。".formatted(what));
        if (text.length() > LONGEST) throw Refusal.input("too-long", "未写入：%s超过 500 字。请写得简短一些。".formatted(what));
        return text.strip();
    }
}
