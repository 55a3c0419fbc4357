package huoshui.kernel.seal;

import java.util.Base64;
import java.util.Optional;

/** A sealed text as it is stored: {@code {"k":key,"n":nonce,"c":ciphertext}}. 密文 */
record SealedText(int key, byte[] nonce, byte[] sealed) {

    private static final String BEGINS = "{\"k\":";
    private static final String NONCE = ",\"n\":\"";
    private static final String TEXT = "\",\"c\":\"";
    private static final String ENDS = "\"}";
    private static final Base64.Encoder OUT = Base64.getEncoder().withoutPadding();

    static boolean looksLike(String text) {
        return text.startsWith(BEGINS);
    }

    /** Empty unless the text is letter for letter as this would store it: spare bits at the end of Base64 count too. */
    static Optional<SealedText> read(String text) {
        int nonce = text.indexOf(NONCE, BEGINS.length());
        int sealed = nonce < 0 ? -1 : text.indexOf(TEXT, nonce);
        if (!looksLike(text) || sealed < 0 || !text.endsWith(ENDS)) return Optional.empty();
        try {
            var read = new SealedText(
                    Integer.parseInt(text, BEGINS.length(), nonce, 10),
                    Base64.getDecoder().decode(text.substring(nonce + NONCE.length(), sealed)),
                    Base64.getDecoder().decode(text.substring(sealed + TEXT.length(), text.length() - ENDS.length())));
            return Optional.of(read).filter(each -> each.stored().equals(text));
        } catch (IllegalArgumentException torn) {
            return Optional.empty();
        }
    }

    String stored() {
        return BEGINS + key + ",\"n\":\"" + OUT.encodeToString(nonce) + "\",\"c\":\"" + OUT.encodeToString(sealed)
                + "\"}";
    }
}
