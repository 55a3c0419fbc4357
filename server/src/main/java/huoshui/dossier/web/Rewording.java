package huoshui.dossier.web;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stood beside other words and was not given anew goes with them: codes of words, the seat of another unit, the printed months of
 * a line. 更正中随文字走的内容
 */
final class Rewording {

    private Rewording() {}

    /** A new one, with the months it holds for where its words tell them. */
    static FactBody dated(FactBody body, Span valid) {
        if (!(body instanceof CareerLine is)) return body;
        var from = is.from() == null ? month(valid.firstDate()) : is.from();
        var to = is.to() == null ? month(valid.lastDate()) : is.to();
        return new CareerLine(is.line(), from, to, is.text(), is.meanwhile());
    }

    /** One in the place of another. */
    static FactBody of(FactBody wrong, Span since, FactBody body, Span valid) {
        return switch (body) {
            case RankHeld now
            when wrong instanceof RankHeld was ->
                new RankHeld(now.rank(), beside(was.rank(), now.rank(), was.code(), now.code()), now.approvedBy());
            case LevelHeld now
            when wrong instanceof LevelHeld was ->
                new LevelHeld(now.level(), beside(was.level(), now.level(), was.code(), now.code()), now.approvedBy());
            case AnnualGrade now
            when wrong instanceof AnnualGrade was ->
                new AnnualGrade(now.year(), now.grade(), beside(was.grade(), now.grade(), was.code(), now.code()));
            case Sanction now
            when wrong instanceof Sanction was ->
                new Sanction(
                        now.name(),
                        beside(was.name(), now.name(), was.code(), now.code()),
                        now.authority(),
                        now.authorityLevel(),
                        now.influenceUntil(),
                        now.lifted(),
                        now.reason());
            case Reward now
            when wrong instanceof Reward was ->
                new Reward(
                        now.name(),
                        beside(was.name(), now.name(), was.code(), now.code()),
                        now.authority(),
                        now.authorityLevel(),
                        now.levelThen(),
                        now.revoked());
            case ProfessionalTitle now
            when wrong instanceof ProfessionalTitle was ->
                new ProfessionalTitle(
                        now.title(),
                        beside(was.title(), now.title(), was.code(), now.code()),
                        now.way(),
                        now.board(),
                        now.printed());
            case OrganizationalMeasure now
            when wrong instanceof OrganizationalMeasure was ->
                new OrganizationalMeasure(
                        now.measure(),
                        beside(was.measure(), now.measure(), was.ground(), now.ground()),
                        now.authority(),
                        now.influenceUntil(),
                        now.rescinded(),
                        now.reason());
            case Study now when wrong instanceof Study was -> study(was, now);
            case PostHeld now when wrong instanceof PostHeld was -> post(was, now);
            case CareerLine now when wrong instanceof CareerLine was -> line(was, since, now, valid);
            default -> body;
        };
    }

    private static Study study(Study was, Study now) {
        return new Study(
                now.mode(),
                now.level(),
                beside(was.level(), now.level(), was.levelCode(), now.levelCode()),
                now.degree(),
                beside(was.degree(), now.degree(), was.degreeCode(), now.degreeCode()),
                now.school(),
                now.degreeSchool(),
                now.major(),
                beside(was.major(), now.major(), was.majorCode(), now.majorCode()),
                now.years(),
                now.degreeGranted(),
                now.printed());
    }

    /** Another text is not made of the old unit's and post's; another unit does not have the old one's seat. */
    private static PostHeld post(PostHeld was, PostHeld now) {
        return new PostHeld(
                now.text(),
                beside(was.unit(), now.unit(), was.post(), now.post()),
                now.unit(),
                beside(was.text(), now.text(), was.unitText(), now.unitText()),
                beside(was.text(), now.text(), was.postText(), now.postText()),
                now.level(),
                now.leading(),
                now.main(),
                now.member(),
                now.order(),
                now.teamOrder(),
                now.way(),
                now.appointedBy(),
                now.removedBy(),
                now.remark(),
                now.printed());
    }

    /** A month that is told otherwise is printed otherwise. */
    private static CareerLine line(CareerLine was, Span since, CareerLine now, Span valid) {
        return new CareerLine(
                now.line(),
                printed(was.from(), since.firstDate(), now.from(), valid.firstDate()),
                printed(was.to(), since.lastDate(), now.to(), valid.lastDate()),
                now.text(),
                now.meanwhile());
    }

    private static @Nullable PartialDate printed(
            @Nullable PartialDate was,
            @Nullable PartialDate since,
            @Nullable PartialDate now,
            @Nullable PartialDate on) {
        return !Objects.equals(was, now) || Objects.equals(since, on) ? now : month(on);
    }

    private static @Nullable PartialDate month(@Nullable PartialDate date) {
        return date == null ? null : date.toMonth();
    }

    /** What stands beside a word: kept with the word, or where it was given anew. */
    private static <T> @Nullable T beside(
            @Nullable Object wordWas, @Nullable Object wordNow, @Nullable T was, @Nullable T now) {
        return Objects.equals(wordWas, wordNow) || !Objects.equals(was, now) ? now : null;
    }
}
