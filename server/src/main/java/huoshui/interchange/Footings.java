package huoshui.interchange;

import huoshui.access.Placement.Footing;
import huoshui.access.Placement.Place;
import huoshui.access.Signed;
import huoshui.dossier.TalentGround;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.TalentFact;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Change;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands against writing something of somebody as what they are, cadre or talent; found before anything is written. 身份核对
 *
 * <p>Whoever reaches talents alone brings no cadres in, a talent's ground must hold and be tended by whoever brings it, and a
 * talent's dossier takes nothing that is kept of cadres alone.
 */
@Component
class Footings {

    private static final Problem NOT_WRITABLE =
            Problem.error("talent", "talent.not-writable", "未写入：本行是人才入库，您的角色不能写人才一章；请转人才工作科或干部信息科导入。");
    private static final Problem NO_GROUND = Problem.error(
            "talent", "talent.no-ground", "未写入：本行没有人才类别和入库依据，会新开一份干部档案，您的角色只办人才；请补填人才类别、入库依据、依据文书和推荐单位，或转干部科导入。");
    private static final Problem NO_CATEGORY = Problem.error(
            "talent", "talent.no-category", "未写入：库中没有此人，本行有人才各列而没有人才类别，看不出是干部还是人才；是人才的请补填人才类别和入库依据，是干部的请去掉人才各列。");
    private static final Problem NOT_TENDED = Problem.error(
            "talent", "talent.not-tended", "未写入：推荐单位没有填，或不在机构树中，或不由您单位主管，入库后您将看不到这份档案；请核对推荐单位的全称，或转市委组织部人才工作科导入。");

    private final TalentGround grounds;

    Footings(TalentGround grounds) {
        this.grounds = grounds;
    }

    /** @param place null of somebody new */
    @Nullable
    Problem against(Signed who, UUID person, @Nullable Place place, List<Change<FactBody>> all) {
        var listed = listed(all);
        if (listed.isPresent() && !who.sight().writes(Chapter.TALENT)) return NOT_WRITABLE;
        if (place == null) {
            var against = listed.isPresent() ? untended(who, person, listed.get()) : ofCadre(who, all);
            if (against != null) return against;
        }
        boolean talent = listed.isPresent() || place != null && !place.footing().cadre();
        return talent && !all.isEmpty() ? refused(all) : null;
    }

    private @Nullable Problem untended(Signed who, UUID person, TalentListed listed) {
        var kept = new Place(listed.recommender(), null, Footing.TALENT);
        boolean named = listed.recommender() != null || listed.recommenderText() != null;
        return named && !who.sight().changes(person, kept) ? NOT_TENDED : null;
    }

    private static @Nullable Problem ofCadre(Signed who, List<Change<FactBody>> all) {
        if (!who.sight().reachesCadres()) return NO_GROUND;
        return recorded(all).anyMatch(TalentFact.class::isInstance) ? NO_CATEGORY : null;
    }

    private @Nullable Problem refused(List<Change<FactBody>> all) {
        try {
            grounds.check(all);
            return null;
        } catch (Refusal refusal) {
            return Problem.of(refusal);
        }
    }

    private static Optional<TalentListed> listed(List<Change<FactBody>> all) {
        return recorded(all)
                .filter(TalentListed.class::isInstance)
                .map(TalentListed.class::cast)
                .findFirst();
    }

    private static Stream<FactBody> recorded(List<Change<FactBody>> all) {
        return all.stream()
                .filter(each -> each instanceof Change.Record<FactBody>)
                .map(each -> ((Change.Record<FactBody>) each).body());
    }
}
