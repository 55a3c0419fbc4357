package huoshui.dossier.city;

import huoshui.dossier.city.Card.Grade;
import huoshui.dossier.city.Card.LevelStep;
import huoshui.dossier.city.Card.Parties;
import huoshui.dossier.city.Card.Posts;
import huoshui.dossier.city.Card.RankStep;
import huoshui.dossier.city.Card.Schooling;
import huoshui.dossier.city.Card.Service;
import huoshui.dossier.city.Card.Talent;
import huoshui.dossier.city.Card.Who;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a complete dossier would say and this one does not. 完整度 */
final class Missing {

    private Missing() {}

    static List<String> in(
            Who who,
            Parties party,
            Schooling schooling,
            Posts posts,
            @Nullable LevelStep level,
            @Nullable RankStep rank,
            List<Grade> grades,
            Service service) {
        var missing = new ArrayList<String>(4);
        note(missing, "sex", who.sex() == null);
        note(missing, "birth", who.birth() == null);
        note(missing, "ethnicity", who.ethnicity() == null);
        note(missing, "party", !party.recorded());
        note(missing, "partyJoined", party.communist() && party.joined() == null);
        note(missing, "workStart", service.workStart() == null);
        note(missing, "education", schooling.level() == null);
        note(missing, "post", posts.text() == null);
        note(missing, "postSince", posts.text() != null && posts.since() == null);
        note(missing, "level", level == null);
        note(missing, "rank", rank == null);
        note(missing, "grades", grades.stream().allMatch(each -> each.text() == null));
        note(missing, "category", service.category() == null);
        note(missing, "idNumber", who.idNumber() == null);
        note(missing, "photo", !who.photo());
        return List.copyOf(missing);
    }

    /** Of a talent who is no cadre less is kept, hence less is missing. */
    static List<String> ofTalent(Who who, Schooling schooling, Talent talent) {
        var missing = new ArrayList<String>(2);
        note(missing, "sex", who.sex() == null);
        note(missing, "birth", who.birth() == null);
        note(missing, "education", schooling.level() == null);
        note(missing, "talentWork", talent.work() == null);
        return List.copyOf(missing);
    }

    private static void note(List<String> missing, String field, boolean silent) {
        if (silent) missing.add(field);
    }
}
