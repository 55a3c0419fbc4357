package huoshui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"青山 流水 大桥 月光 一二三四", "mountain river bridge", "Shan-Shui7x", "lan8!jiang2"})
    void longOrMixedIsGood(String password) {
        assertThatCode(() -> passwords.requireGood("linzhiyuan", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ab3-",
                "abcdefghijk",
                "abc4567890",
                "Linzhiyuan-2026",
                "aaaaaaaaaaaa",
                "Password-1234",
                "P@ssw0rd-123",
                "Qwer12345!",
                "1234567890-12",
                "Sunshine-2026",
                "basketball1999",
                "qwertyuiop!!!"
            })
    void shortPlainOrCommonIsNot(String password) {
        assertThatThrownBy(() -> passwords.requireGood("linzhiyuan", password)).hasMessageContaining("请用至少 12 个字符");
    }

    @Test
    void threeThousandOfThoseThatPeopleUseMostAreKnown() throws IOException {
        var words = new ClassPathResource("access/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
        var known =
                words.lines().filter(each -> !each.startsWith("#")).distinct().toList();
        assertThat(known).hasSizeGreaterThan(3000);
        for (var word : known)
            assertThatThrownBy(() -> passwords.requireGood("linzhiyuan", word + "-!?=_"))
                    .as(word)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("常见口令");
    }

    @Test
    void aOneTimePasswordIsNeverTheSameTwice() {
        assertThat(passwords.oneTime()).matches("(\\w{4}-){3}\\w{4}").isNotEqualTo(passwords.oneTime());
    }

    @Test
    void nobodysPasswordIsNeverRight() {
        var password = "mountain river bridge";
        assertThat(passwords.matches(password, passwords.encode(password))).isTrue();
        assertThat(passwords.matches(password + "!", passwords.encode(password)))
                .isFalse();
        assertThat(passwords.matches(password, null)).isFalse();
    }
}
