package huoshui.assessment;

import huoshui.access.Signed;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A chapter about to be read, of a person or a team: by whoever holds it, for a purpose where it is sealed, and journaled. 密章查阅 */
@Component
class SealedReadings {

    private final ApplicationEventPublisher events;

    SealedReadings(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @throws Refusal {@code sealed-chapter} */
    static void requireReadable(Signed who, Chapter chapter) {
        if (!who.sight().reads(chapter))
            throw Refusal.sight("sealed-chapter", "未查阅：您的角色不含“%s”这一章。如工作需要，请联系安全管理员授权。".formatted(chapter.word()));
    }

    /**
     * Journals it, or refuses.
     *
     * @param what is read of them, for the journal's digest
     * @throws Refusal {@code sealed-chapter}, {@code purpose-required}
     */
    void announce(Signed who, UUID subject, Chapter chapter, String what, UUID which) {
        requireReadable(who, chapter);
        if (chapter.sealed() && who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "密：查看须选事由，查看记录本人可见。请从事由表选取后再看。");
        var content = new Canonical().add(what).add(which).add(subject);
        events.publishEvent(Auditable.of(who.actor(), new Line(Verb.READ, subject, chapter, null, content.bytes())));
    }
}
