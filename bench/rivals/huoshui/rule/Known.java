package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was read of one person, as the others are given it; null where the dossier does not say exactly. 已读各项 */
public final class Known {

    static final List<String> FIELDS = List.of(
            "age",
            "service",
            "grassroots",
            "party-standing",
            "since-promotion",
            "until-retirement",
            "time-in-post",
            "time-in-unit",
            "education",
            "last-grade",
            "on-probation",
            "in-service",
            "leading",
            "termed");

    final Map<String, Integer> values = new HashMap<>();
    final Set<Integer> bounded = new HashSet<>();
    byte[] verdicts = {};
    private Integer age;
    private Integer service;
    private Integer grassroots;
    private Integer partyStanding;
    private Integer sincePromotion;
    private Integer untilRetirement;
    private Integer timeInPost;
    private Integer timeInUnit;
    private Integer education;
    private Integer lastGrade;
    private Integer onProbation;
    private Integer inService;
    private Integer leading;
    private Integer termed;

    void keep(String name, Integer value) {
        values.put(name, value);
        switch (name) {
            case "age" -> age = value;
            case "service" -> service = value;
            case "grassroots" -> grassroots = value;
            case "party-standing" -> partyStanding = value;
            case "since-promotion" -> sincePromotion = value;
            case "until-retirement" -> untilRetirement = value;
            case "time-in-post" -> timeInPost = value;
            case "time-in-unit" -> timeInUnit = value;
            case "education" -> education = value;
            case "last-grade" -> lastGrade = value;
            case "on-probation" -> onProbation = value;
            case "in-service" -> inService = value;
            case "leading" -> leading = value;
            case "termed" -> termed = value;
            default -> throw new IllegalArgumentException(name);
        }
    }

    public void say(int clause, boolean met) {
        verdicts[clause] = (byte) Verdict.of(met).ordinal();
    }

    public Integer getAge() {
        return age;
    }

    public Integer getService() {
        return service;
    }

    public Integer getGrassroots() {
        return grassroots;
    }

    public Integer getPartyStanding() {
        return partyStanding;
    }

    public Integer getSincePromotion() {
        return sincePromotion;
    }

    public Integer getUntilRetirement() {
        return untilRetirement;
    }

    public Integer getTimeInPost() {
        return timeInPost;
    }

    public Integer getTimeInUnit() {
        return timeInUnit;
    }

    public Integer getEducation() {
        return education;
    }

    public Integer getLastGrade() {
        return lastGrade;
    }

    public Integer getOnProbation() {
        return onProbation;
    }

    public Integer getInService() {
        return inService;
    }

    public Integer getLeading() {
        return leading;
    }

    public Integer getTermed() {
        return termed;
    }
}
