package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Talents;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entering talents who are no cadres. 人才入库 */
@RestController
class TalentPages {

    private static final String NUMBER = "\\d{17}[\\dX]";

    private final Talents talents;

    TalentPages(Talents talents) {
        this.talents = talents;
    }

    /**
     * Who, and on what ground.
     *
     * @param category code of RC01
     * @param ground code of RC02
     * @param another whether nobody of that name in the store is this one
     */
    record Asked(
            @Nullable String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable String idNumber,
            @Nullable String employer,
            @Nullable String occupation,
            @Nullable String field,
            @Nullable String category,
            @Nullable UUID recommender,
            @Nullable String recommenderText,
            @Nullable String ground,
            @Nullable String citation,
            @Nullable PartialDate consented,
            @Nullable ValidAsked valid,
            @Nullable String basis,
            @Nullable Boolean another) {}

    record Entered(UUID id) {}

    @Needs(Right.RECORD_FACT)
    @PostMapping("/api/v1/talents")
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody Asked asked, Signed signed) {
        Guard.requireWritable(signed, Chapter.TALENT);
        Guard.requireWritable(signed, Chapter.BASIC);
        requireTended(asked.recommender(), signed);
        var identity =
                new Identity(Guard.given(asked.name(), "姓名"), sex(asked.sex()), asked.birth(), null, null, null, null);
        var listed = new TalentListed(
                Objects.requireNonNullElse(asked.category(), ""),
                asked.recommender(),
                blank(asked.recommenderText()),
                Objects.requireNonNullElse(asked.ground(), ""),
                Objects.requireNonNullElse(asked.citation(), "").strip(),
                asked.consented());
        var employer = blank(asked.employer());
        if (employer == null && (blank(asked.occupation()) != null || blank(asked.field()) != null))
            throw Guard.incomplete("从业单位");
        var work = employer == null ? null : new TalentWork(employer, blank(asked.occupation()), blank(asked.field()));
        var entering = new Talents.Entering(
                identity,
                number(asked.idNumber()),
                listed,
                work,
                ValidAsked.span(asked.valid()),
                Guard.given(asked.basis(), "依据"),
                Boolean.TRUE.equals(asked.another()));
        return new Entered(talents.enter(signed.actor(), entering).id());
    }

    /** Whoever enters a talent must be one who keeps them afterwards. */
    private static void requireTended(@Nullable UUID recommender, Signed signed) {
        var place = new Placement.Place(recommender, null, Placement.Footing.TALENT);
        if (recommender != null && !signed.sight().seesUnit(recommender))
            throw Refusal.absent("no-unit", "未入库：没有这个推荐单位，或不在您的管理范围内。请从机构树中选取。");
        if (!signed.sight().changes(Ids.next(), place))
            throw Refusal.sight("not-tended", "未入库：推荐单位不由您单位主管，入库后您将看不到这份档案。请选本单位或所属单位；机构树中没有的推荐单位，请转市委组织部人才工作科录入。");
    }

    private static @Nullable String sex(@Nullable String sex) {
        var said = blank(sex);
        if (said == null || said.equals("男") || said.equals("女")) return said;
        throw Refusal.input("bad-sex", "未入库：性别填了“%s”，只有男、女两种。请从中选取，不详的不填。".formatted(said));
    }

    private static @Nullable String number(@Nullable String number) {
        var said = blank(number);
        if (said == null) return null;
        var plain = said.toUpperCase(Locale.ROOT);
        if (!plain.matches(NUMBER))
            throw Refusal.input("bad-number", "未入库：公民身份号码应为 18 位，所填 %d 位或含其他字符。请照证件填写，没有的不填。".formatted(said.length()));
        return plain;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
