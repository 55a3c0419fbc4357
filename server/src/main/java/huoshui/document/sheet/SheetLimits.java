package huoshui.document.sheet;

/**
 * How much of a sheet is read; what is larger is refused, never read half. 表格上限
 *
 * @param file bytes of one file
 * @param unpacked bytes of one file unpacked
 * @param ratio how many times a part of it may grow when unpacked
 * @param columns with something in them
 * @param text characters of one cell
 * @param strings bytes of all shared texts
 * @param blanks empty rows on end after which nothing more is read
 */
public record SheetLimits(
        long file, long unpacked, int ratio, int columns, int text, int strings, int merges, int blanks) {

    private static final int MB = 1 << 20;

    public static final SheetLimits STANDARD =
            new SheetLimits(64L * MB, 1024L * MB, 250, 512, 32_767, 256 * MB, 200_000, 20_000);
}
