package huoshui.assessment;

/** What is told of a voice, stated before anybody answers. 保密方式 */
public enum Confidentiality {
    /** Who answered what stays on record. */
    NAMED("实名", "实名测评：您的姓名与所填内容一并留存，供组织部门查阅。"),
    /** The house knows whose slip it is until the close; afterwards nobody does. */
    CONFIDENTIAL("保密", "保密测评：截止前系统只据码知道谁已答复，用于催办；截止时解除对应，任何人不能查到您怎么填。"),
    /** Nobody ever knows whose slip it is. */
    SECRET("无记名", "无记名测评：码由您自行抽取，系统不知道谁拿了哪个码；截止时票面打乱重编，此后任何人不能查到您怎么填。测评进行期间能控制服务器的人不在此列；全组意见一致的，结果会写明一致。");

    private final String word;
    private final String statement;

    Confidentiality(String word, String statement) {
        this.word = word;
        this.statement = statement;
    }

    public String word() {
        return word;
    }

    /** What a voter is told first. */
    public String statement() {
        return statement;
    }

    /** Whether slips are made out to somebody, so that whoever has not answered can be reminded. */
    boolean addressed() {
        return this != SECRET;
    }
}
