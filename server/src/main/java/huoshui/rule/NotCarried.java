package huoshui.rule;

/**
 * A row of the register that is no clause of this rulebook, and why. 未立条款者
 *
 * @param type what it is instead: 时限、程序、权限、计算、字典 ……
 * @param status how far the row has been checked
 * @param title what the row says, in short
 */
public record NotCarried(String code, String type, Status status, String title, String reason) {}
