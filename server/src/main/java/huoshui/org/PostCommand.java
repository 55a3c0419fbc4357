package huoshui.org;

import huoshui.kernel.PartialDate;
import huoshui.org.fact.PostFact.PostIs;
import java.util.UUID;

/** What can be done to a post: each is one act, from a day on, on the word of a paper. 职位变动 */
public sealed interface PostCommand {

    PartialDate on();

    String basis();

    /** 设置职位 */
    record AddPost(PostIs is, PartialDate on, String basis) implements PostCommand {}

    /** 调整职位：自该日起如此 */
    record AlterPost(UUID post, PostIs is, PartialDate on, String basis) implements PostCommand {}

    /** 撤销职位 */
    record ClosePost(UUID post, PartialDate on, String basis) implements PostCommand {}
}
