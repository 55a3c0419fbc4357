package huoshui.rule;

/** What follows where the situation of a clause is given. 效力 */
public enum Effect {
    /** 不得 */
    BARS("不得"),
    /** 应具备 */
    REQUIRES("应具备"),
    /** 提示 */
    WARNS("提示"),
    /** 限额 */
    LIMITS("限额"),
    /** 优先 */
    PREFERS("优先"),
    /** 降低 */
    LOWERS("降低"),
    /** 应享 */
    ENTITLES("应享"),
    /** 标记 */
    FLAGS("标记"),
    /** 产生影响期 */
    OPENS("影响期");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
