package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.PostCommand.AlterPost;
import huoshui.org.PostCommand.ClosePost;
import huoshui.org.fact.PostFact.PostIs;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done to posts; each is one act. Reading is {@link Organization}'s. 职位 */
@Component
public class Posts {

    private final Desk desk;

    Posts(Desk desk) {
        this.desk = desk;
    }

    /** @return the new post */
    @Transactional
    public UUID add(Actor actor, AddPost command) {
        sound(command.is());
        desk.begin(command.on(), command.basis()).requireUnit(command.is().unit());
        var post = desk.fresh(Subject.Post::new);
        desk.write(
                actor,
                List.of(Change.record(post, command.is(), Span.since(command.on()), command.basis())),
                command.on());
        return post;
    }

    @Transactional
    public void alter(Actor actor, AlterPost command) {
        sound(command.is());
        desk.begin(command.on(), command.basis()).requirePost(command.post());
        var changes = desk.timeline(command.post(), PostIs.class, command.on(), command.basis())
                .change(PostIs.class, is -> command.is(), is -> is);
        desk.write(actor, changes, command.on());
    }

    /** People still recorded as holding it stay so recorded; their dossiers say when they left. */
    @Transactional
    public void close(Actor actor, ClosePost command) {
        desk.begin(command.on(), command.basis()).requirePost(command.post());
        desk.write(
                actor,
                desk.timeline(command.post(), PostIs.class, command.on(), command.basis())
                        .end(),
                command.on());
    }

    private static void sound(PostIs is) {
        if (is.fullTitle().isBlank()) throw Refusal.input("no-title", "未写入：职务名称是空的。请填写行政职务或党内职务。");
        if (is.seats() < 1 || is.seats() > 99)
            throw Refusal.input("bad-seats", "未写入：一个职位可任 1 到 99 人，所填为 %d。".formatted(is.seats()));
        var weight = is.weight();
        if (weight != null && (weight < 1 || weight > 5))
            throw Refusal.input("bad-weight", "未写入：岗位权重须为 1 到 5，所填为 %d。".formatted(weight));
    }
}
