package huoshui.interchange;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import huoshui.dossier.fact.CareerFact.PostHeld;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Posts in office put into one sentence, as 现工作单位及职务 has it (A0192A): posts in one unit share its name. 现任职务 */
final class CurrentPosts {

    private static final Comparator<PostHeld> ORDER = comparing(
                    PostHeld::order, nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(PostHeld::main, nullsLast(reverseOrder()));

    private CurrentPosts() {}

    static String text(List<PostHeld> posts) {
        var text = new StringBuilder();
        String unit = null;
        for (var post : posts.stream()
                .filter(each -> !Boolean.FALSE.equals(each.printed()))
                .sorted(ORDER)
                .toList()) {
            if (!text.isEmpty()) text.append(sameUnit(unit, post) ? "、" : "，");
            text.append(sameUnit(unit, post) ? post.postText() : post.text());
            unit = post.unitText();
        }
        return text.toString();
    }

    private static boolean sameUnit(@Nullable String unit, PostHeld post) {
        return unit != null && Objects.equals(unit, post.unitText()) && post.postText() != null;
    }
}
