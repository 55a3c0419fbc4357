package huoshui.interchange.general;

/**
 * A portrait as the package holds it. 照片
 *
 * @param name file name in {@code Photos/}, the value of A5714
 * @param mediaType by its first bytes: {@code image/jpeg} or {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // carried from file to file; never compared
public record GeneralPhoto(String name, String mediaType, byte[] bytes) {

    /** A portrait under this name; its media type is told by its first bytes, whatever the name says. */
    public static GeneralPhoto of(String name, byte[] bytes) {
        return new GeneralPhoto(name, mediaType(bytes), bytes);
    }

    private static String mediaType(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) return "image/jpeg";
        return startsWith(bytes, 0x89, 'P', 'N', 'G') ? "image/png" : "application/octet-stream";
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xFF) != magic[i]) return false;
        return true;
    }

    /** Whether the bytes are of a picture we can show. */
    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
