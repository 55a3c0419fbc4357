package huoshui.interchange;

import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact as it could be told on a day: what ended later still lasts, and by whose word it ended is not said yet. 截至某日的事实 */
final class AsThen {

    private AsThen() {}

    static Held of(Held held, LocalDate day) {
        var valid = held.valid();
        boolean lasts = valid.to() != null && valid.covers(day);
        var then = lasts ? new Span(valid.from(), null, valid.start(), Precision.UNKNOWN) : valid;
        return new Held(body(held.body(), lasts, day), then);
    }

    private static FactBody body(FactBody body, boolean lasts, LocalDate day) {
        return switch (body) {
            case PostHeld post when lasts && post.removedBy() != null -> lasting(post);
            case Sanction sanction
            when later(sanction.lifted(), day) ->
                new Sanction(
                        sanction.name(),
                        sanction.code(),
                        sanction.authority(),
                        sanction.authorityLevel(),
                        sanction.influenceUntil(),
                        null,
                        sanction.reason());
            case Reward reward
            when later(reward.revoked(), day) ->
                new Reward(
                        reward.name(),
                        reward.code(),
                        reward.authority(),
                        reward.authorityLevel(),
                        reward.levelThen(),
                        null);
            default -> body;
        };
    }

    private static boolean later(@Nullable PartialDate date, LocalDate day) {
        return date != null && date.firstDay().isAfter(day);
    }

    private static PostHeld lasting(PostHeld post) {
        return new PostHeld(
                post.text(),
                post.post(),
                post.unit(),
                post.unitText(),
                post.postText(),
                post.level(),
                post.leading(),
                post.main(),
                post.member(),
                post.order(),
                post.teamOrder(),
                post.way(),
                post.appointedBy(),
                null,
                post.remark(),
                post.printed());
    }
}
