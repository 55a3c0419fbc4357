package huoshui.assessment;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that lets one ballot in: eleven random characters and one that tells a slip of the pen, in three groups. 测评码
 *
 * <p>54 bits: at a thousand guesses a second against ten thousand open codes it takes sixty years to hit one.
 */
record SlipCode(String text) {

    /** No characters that are taken for one another; as many as a prime, so that the last one finds every single slip. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int RANDOM_PLACES = 11;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SlipCode fresh() {
        var text = new StringBuilder();
        for (int i = 0; i < RANDOM_PLACES; i++) text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return new SlipCode(text.append(check(text)).toString());
    }

    /** What somebody typed: in any case, with or without hyphens and spaces; empty where it cannot be a code. */
    static Optional<SlipCode> typed(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-—–_]", "");
        if (plain.length() != RANDOM_PLACES + 1) return Optional.empty();
        for (int i = 0; i < plain.length(); i++) if (ALPHABET.indexOf(plain.charAt(i)) < 0) return Optional.empty();
        boolean right = check(plain.substring(0, RANDOM_PLACES)) == plain.charAt(RANDOM_PLACES);
        return right ? Optional.of(new SlipCode(plain)) : Optional.empty();
    }

    private static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) sum += (i + 1) * ALPHABET.indexOf(text.charAt(i));
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    /** As it is printed: 7K3M-9QXA-2WEH. */
    String printed() {
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }

    @Override
    public String toString() {
        return "SlipCode";
    }
}
