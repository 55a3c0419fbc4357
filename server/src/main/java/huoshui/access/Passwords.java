package huoshui.access;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are made, judged and compared. 口令 */
@Component
class Passwords {

    private static final int ENOUGH = 12;
    private static final int ENOUGH_IF_MIXED = 10;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int AT_ONCE = 8;
    private static final String CLEAR_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Set<String> common = common();
    private final String nobodys = encoder.encode(oneTime());

    /** Each comparison takes 16 MB; a flood of sign-ins must not take all there is. */
    private final Semaphore places = new Semaphore(AT_ONCE);

    String encode(String password) {
        return encoder.encode(password);
    }

    /** Takes as long when there is no such account. */
    boolean matches(String given, @Nullable String kept) {
        try {
            if (!places.tryAcquire(3, TimeUnit.SECONDS)) throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            boolean same = given.length() <= LONGEST && encoder.matches(given, kept == null ? nobodys : kept);
            return same && kept != null;
        } finally {
            places.release();
        }
    }

    /** Sixteen letters and digits that are not mistaken for one another, in fours. */
    String oneTime() {
        var made = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) made.append('-');
            made.append(CLEAR_LETTERS.charAt(random.nextInt(CLEAR_LETTERS.length())));
        }
        return made.toString();
    }

    /** @throws Refusal {@code weak-password} */
    void requireGood(String account, String password) {
        if (password.length() > LONGEST) throw weak("超过 128 个字符");
        if (password.length() < ENOUGH_IF_MIXED || (password.length() < ENOUGH && classes(password) < 3))
            throw weak("太短");
        if (password.toLowerCase(Locale.ROOT).contains(account)) throw weak("含有账号名");
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) throw weak("字符重复过多");
        if (common(folded(password))) throw weak("是常见口令");
    }

    /** As it is, or with a number behind it: a year, a birthday, an exclamation. */
    private boolean common(String folded) {
        return common.contains(folded) || common.contains(folded.replaceFirst("[0-9]+$", ""));
    }

    private static Refusal weak(String why) {
        return Refusal.input("weak-password", "未更改：新口令" + why + "。请用至少 12 个字符，或至少 10 个字符并含大写、小写、数字、符号中的三类。");
    }

    private static Refusal busy() {
        return new Refusal(Refusal.Sort.LIMIT, "busy", "未登录：此刻登录的人过多。请稍候再试。");
    }

    private static long classes(String password) {
        long some = password.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
        some += password.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        some += password.chars().anyMatch(Character::isDigit) ? 1 : 0;
        some += password.chars().anyMatch(each -> !Character.isLetterOrDigit(each)) ? 1 : 0;
        return some;
    }

    /** So that Password-1234 counts as password1234. */
    private static String folded(String password) {
        return password.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@]", "").replace("@", "a");
    }

    private static Set<String> common() {
        try (var in = new ClassPathResource("access/common-passwords.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .map(Passwords::folded)
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
