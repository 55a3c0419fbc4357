package huoshui.org.fact;

import java.util.UUID;

/** What was done to the record of the organization itself. 机构记录办理类事实 */
public sealed interface NoteFact extends OrgFact {

    /**
     * 撤销：某条机构记录不再算数及其理由
     *
     * @param fact the cancelled line
     */
    record Cancelled(UUID fact, String reason) implements NoteFact {}
}
