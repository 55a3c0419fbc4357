package huoshui.dossier.city;

import huoshui.access.Placement;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.Ethnicity;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.RankWord;
import huoshui.kernel.code.Sex;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person at a glance, at both clocks; what the dossier does not say is null. 一人一览
 *
 * @param missing codes of what a complete dossier would say and this one does not, in the order of the form
 */
public record Card(
        UUID id,
        Who who,
        Parties party,
        Schooling schooling,
        Posts posts,
        @Nullable LevelStep level,
        @Nullable RankStep rank,
        List<Grade> grades,
        Experience experience,
        Service service,
        int unreadLines,
        Talent talent,
        List<String> missing) {

    /** As what somebody is in the store. */
    public Placement.Footing footing() {
        return service.place.footing();
    }

    /** As access asks where somebody is placed. */
    public Placement.Place place() {
        return service.place;
    }

    /**
     * Who somebody is. 基本情况
     *
     * @param age in completed years
     * @param idNumber unmasked: whoever shows it asks access first
     */
    public record Who(
            String name,
            Spelled spelled,
            @Nullable Sex sex,
            @Nullable PartialDate birth,
            @Nullable Bounds age,
            @Nullable Ethnicity ethnicity,
            @Nullable String nativePlace,
            @Nullable String idNumber,
            boolean photo) {}

    /**
     * 政治面貌
     *
     * @param words 中共党员, 民盟 …; empty while the dossier is silent
     * @param codes of GB/T 4762, of the words that are known
     * @param joined when the Party was joined
     */
    public record Parties(
            List<String> words,
            Set<String> codes,
            boolean communist,
            @Nullable PartialDate joined) {

        public boolean recorded() {
            return !words.isEmpty();
        }
    }

    /** 学历学位: all that was completed, and the highest by mode. */
    public record Schooling(
            List<Study> all,
            @Nullable Attained fulltime,
            @Nullable Attained inservice) {

        /** The higher of the two; full-time where they are equal. */
        public @Nullable EducationLevel level() {
            var one = fulltime == null ? null : fulltime.level;
            var other = inservice == null ? null : inservice.level;
            if (one == null || other == null) return one == null ? other : one;
            return one.atLeast(other) ? one : other;
        }

        public @Nullable Degree degree() {
            var one = fulltime == null ? null : fulltime.degree;
            var other = inservice == null ? null : inservice.degree;
            if (one == null || other == null) return one == null ? other : one;
            return one.atLeast(other) ? one : other;
        }
    }

    /** The highest education and the highest degree of one mode, and their words. */
    public record Attained(
            @Nullable EducationLevel level,
            @Nullable String levelWord,
            @Nullable Degree degree,
            @Nullable String degreeWord) {

        /** 大学, or the degree's words where only a degree was obtained. */
        public @Nullable String words() {
            return levelWord == null ? degreeWord : levelWord;
        }
    }

    /** 任职 with its days. */
    public record Held(UUID fact, PostHeld post, Span valid) {}

    /**
     * 现任职务与任职经历
     *
     * @param current main post first
     * @param ever everything begun by that day, current ones too, in order of days
     * @param text as printed
     * @param since of the main post
     * @param months in the main post
     */
    public record Posts(
            List<Held> current,
            List<Held> ever,
            @Nullable String text,
            @Nullable PartialDate since,
            @Nullable Bounds months,
            @Nullable Boolean leading,
            @Nullable Boolean principal,
            int unmatched) {}

    /** 职务层次; {@code held} is false where it follows from the current post only. */
    public record LevelStep(
            LeadershipLevel level,
            @Nullable PartialDate since,
            @Nullable Bounds months,
            boolean held) {}

    /** 职级 */
    public record RankStep(
            RankWord rank,
            @Nullable PartialDate since,
            @Nullable Bounds months) {}

    /** 年度考核; {@code word} is null where the dossier is silent or the words are not known. */
    public record Grade(
            int year,
            @Nullable AnnualGradeWord word,
            @Nullable String text) {}

    /**
     * 经历
     *
     * @param grassroots months of 基层工作, as far as matched posts tell
     */
    public record Experience(
            List<String> titles,
            @Nullable String expertise,
            @Nullable SelectedGraduate graduate,
            List<OverseasStay> overseas,
            List<Seconded> secondments,
            List<Trained> trainings,
            List<Reward> rewards,
            @Nullable Bounds grassroots) {}

    /** 人才入库 with its days. */
    public record Listing(UUID fact, TalentListed listed, Span valid) {}

    /**
     * 人才
     *
     * @param current grounds that hold on the day
     * @param ever everything begun by that day, in order of days
     */
    public record Talent(
            List<Listing> current,
            List<Listing> ever,
            @Nullable TalentWork work,
            List<Achievement> achievements) {

        public static final Talent NONE = new Talent(List.of(), List.of(), null, List.of());

        /** Whether a ground holds on the day. */
        public boolean listed() {
            return !current.isEmpty();
        }

        /** Where a talent works and as what, in words. */
        public @Nullable String works() {
            if (work == null) return null;
            return work.occupation() == null ? work.employer() : work.employer() + work.occupation();
        }
    }

    /**
     * 管理与归属
     *
     * @param sort 人员类别; null where neither the record nor the unit tells
     *
     * @param unit where the person is placed: the main matched post's unit, else the unit of custody
     * @param months since work began
     * @param place the same, as access asks for it
     */
    public record Service(
            ServiceState state,
            @Nullable PartialDate workStart,
            @Nullable Bounds months,
            @Nullable ManagementCode category,
            @Nullable UUID custody,
            @Nullable UUID unit,
            @Nullable PersonSort sort,
            Placement.Place place) {}
}
