package huoshui.kernel.code;

/** One entry of a code list. 代码 */
public record Code(String code, String name) {}
