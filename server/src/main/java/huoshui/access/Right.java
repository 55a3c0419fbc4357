package huoshui.access;

/** One thing that may be done. 权限 */
public enum Right {
    READ_PEOPLE("查看干部"),
    RECORD_FACT("录入信息"),
    CORRECT_FACT("更正信息"),
    IMPORT("导入"),
    EXPORT("导出"),
    APPROVE_EXPORT("复核批量导出"),
    ERASE("提请抹除"),
    APPROVE_ERASURE("复核抹除"),
    MERGE_PERSONS("并档与拆档"),
    MANAGE_UNITS("维护机构"),
    MANAGE_AUTHORITY("维护管理权限"),
    READ_ACCOUNTS("查看账号"),
    MANAGE_ACCOUNTS("开设账号"),
    GRANT_ROLES("授予角色"),
    READ_JOURNAL("查看操作留痕"),
    DRAFT_CLAUSE("草拟条款"),
    PUBLISH_CLAUSE("公布条款"),
    RUN_ROUNDS("组织测评"),
    OWN_RECORD("核对本人信息");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /** As people call it. */
    public String word() {
        return word;
    }
}
