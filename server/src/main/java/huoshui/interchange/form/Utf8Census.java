package huoshui.interchange.form;

/**
 * How far bytes look like UTF-8, to tell a damaged UTF-8 file from one in GBK. 编码统计
 *
 * @param whole complete multi-byte characters
 * @param broken bytes that fit nowhere
 * @param cut the last character is incomplete
 */
record Utf8Census(int whole, int broken, boolean cut) {

    static Utf8Census of(byte[] bytes, int from) {
        int whole = 0;
        int broken = 0;
        int i = from;
        while (i < bytes.length) {
            int length = length(bytes[i] & 0xFF);
            if (length == 1) {
                i++;
                continue;
            }
            int have = continuation(bytes, i, length);
            if (length > 0 && have == length) {
                whole++;
                i += length;
            } else if (length > 0 && i + have == bytes.length) {
                return new Utf8Census(whole, broken, true);
            } else {
                broken++;
                i++;
            }
        }
        return new Utf8Census(whole, broken, false);
    }

    private static int length(int lead) {
        if (lead < 0x80) return 1;
        if (lead >= 0xC2 && lead <= 0xDF) return 2;
        if (lead >= 0xE0 && lead <= 0xEF) return 3;
        if (lead >= 0xF0 && lead <= 0xF4) return 4;
        return 0;
    }

    private static int continuation(byte[] bytes, int at, int length) {
        int have = 1;
        while (have < length && at + have < bytes.length && (bytes[at + have] & 0xC0) == 0x80) have++;
        return have;
    }
}
