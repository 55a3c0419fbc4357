package huoshui.document.sheet;

/** One sheet of a file. 工作表 */
public record SheetHead(String name, boolean hidden) {}
