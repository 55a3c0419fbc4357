package huoshui.rule;

/** A row of the register that is no clause of this rulebook, and why. 未转为条款者 */
public record NotCarried(String code, String type, String reason) {}
