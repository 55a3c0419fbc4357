package huoshui.interchange.general;

/**
 * How much a package may hold; what is larger is refused with its name, never read half. 读取上限
 *
 * @param entries files in the zip
 * @param table unpacked bytes of one table
 * @param row characters of one row
 * @param people rows of A01
 * @param units rows of B01 and of every other set that is not about people
 * @param photo bytes of one photo
 */
public record GeneralLimits(int entries, long table, int row, int people, int units, int photo) {

    private static final int MB = 1024 * 1024;

    public static final GeneralLimits STANDARD =
            new GeneralLimits(500_000, 4L << 30, 2 * MB, 300_000, 200_000, 16 * MB);
}
