package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.org.fact.AuthorityFact.Manages;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who manages whom, since when, on whose word; each change is one act. 干部管理权限 */
@Component
public class Authorities {

    private final Desk desk;

    Authorities(Desk desk) {
        this.desk = desk;
    }

    /** 授予管理权限 */
    public record GrantAuthority(UUID manager, Manages manages, PartialDate on, String basis) {}

    /** 收回管理权限 */
    public record EndAuthority(UUID manager, UUID fact, PartialDate on, String basis) {}

    @Transactional
    public void grant(Actor actor, GrantAuthority command) {
        var chart = desk.begin(command.on(), command.basis());
        chart.requireUnit(command.manager());
        var over = command.manages().over();
        if (over != null) chart.requireUnit(over);
        if (command.manages().categories().isEmpty())
            throw Refusal.input("no-category", "未写入：没有选管理类别。请至少选省管、市管、县管中的一项。");
        desk.write(
                actor,
                desk.timeline(command.manager(), command.manages(), command.on(), command.basis())
                        .replace(command.manages()),
                command.on());
    }

    @Transactional
    public void end(Actor actor, EndAuthority command) {
        desk.begin(command.on(), command.basis());
        var fact = desk.fact(command.fact());
        if (!fact.subject().equals(command.manager()) || !(fact.content() instanceof Manages))
            throw Refusal.absent("no-fact", "找不到这条管理权限。请刷新页面后重选。");
        desk.write(
                actor,
                new Timeline(command.manager(), List.of(fact), command.on(), command.basis()).end(),
                command.on());
    }
}
