package huoshui.interchange.form;

/**
 * How much one import may hold; what is larger is refused with its name, never read half. 读取上限
 *
 * @param file bytes of one form file
 * @param text characters of one known text box
 * @param blob characters of the photo box or of one unknown element
 * @param rows family rows
 * @param elements elements in one file
 * @param entries files in one archive
 * @param archive unpacked bytes of one archive
 * @param ratio how many times an archive entry may grow when unpacked
 */
public record Limits(int file, int text, int blob, int rows, int elements, int entries, long archive, int ratio) {

    private static final int MB = 1024 * 1024;

    public static final Limits STANDARD = new Limits(32 * MB, 100_000, 24 * MB, 500, 20_000, 200_000, 8L << 30, 200);

    public Limits withFile(int bytes) {
        return new Limits(bytes, text, blob, rows, elements, entries, archive, ratio);
    }

    public Limits withArchive(long bytes, int most) {
        return new Limits(file, text, blob, rows, elements, most, bytes, ratio);
    }
}
