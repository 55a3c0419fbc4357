package huoshui.interchange;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.interchange.form.Resume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Posts held, as far as a résumé's segments tell: words and days only, not matched to any unit, of no assumed level.
 * 简历所载任职
 *
 * <p>Where posts were entered or came coded, the résumé adds none. A university post is a post: only what plainly says
 * studying is taken for study.
 */
final class PostsFromResume {

    private static final Pattern STUDY = Pattern.compile("(?:学习|学生|就读|读书|在读|进修|攻读.{0,12}|研究生班|学员)$");
    private static final Pattern NO_POST = Pattern.compile("(?:待分配|待业|病休|务农|下乡|插队|知青|退休|离休)");
    private static final Pattern MEANWHILE = Pattern.compile("[（(]其间.*$", Pattern.DOTALL);

    private PostsFromResume() {}

    static void add(Redraft redraft, Resume resume, LocalDate day, LocalDate today) {
        boolean entered = redraft.any(each -> each.content() instanceof PostHeld && !FormClaim.fromForm(each));
        if (entered) return;
        var wanted = new ArrayList<Held>();
        for (var segment : resume.segments()) {
            var text = words(segment.text());
            if (text.isEmpty()
                    || STUDY.matcher(text).find()
                    || NO_POST.matcher(text).find()) continue;
            var post = PostHeld.of(text);
            var span = CareerLines.span(segment.from(), segment.to(), day);
            wanted.add(redraft.lasting(
                            known -> known instanceof PostHeld held
                                    && unmatched(held).equals(post),
                            span)
                    .orElseGet(() -> new Held(post, span)));
        }
        redraft.posts(each -> true, wanted, each -> unmatched((PostHeld) each), today);
    }

    private static PostHeld unmatched(PostHeld held) {
        return held.matchedTo(null, null);
    }

    private static String words(String segment) {
        return MEANWHILE.matcher(segment).replaceAll("").strip();
    }

    /** Whether this post is the whole of a segment, as it was written from the résumé. */
    static boolean says(PostHeld post, String segment) {
        return post.postText() == null && post.text().equals(words(segment));
    }
}
