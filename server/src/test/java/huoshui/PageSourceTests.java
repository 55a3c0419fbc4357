package huoshui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("页面源码：来文一律按文字显示，不拼网页，不拼脚本，口令框可粘贴")
class PageSourceTests {

    private static final Path SOURCE = Path.of("../web/src");

    private final Map<String, String> files = new TreeMap<>();

    @BeforeAll
    void readThePage() throws IOException {
        try (var all = Files.walk(SOURCE)) {
            all.filter(each -> each.toString().matches(".*\\.(vue|ts)")
                            && !each.toString().endsWith(".spec.ts"))
                    .forEach(each -> files.put(SOURCE.relativize(each).toString(), read(each)));
        }
        files.put("index.html", read(Path.of("../web/index.html")));
        assertThat(files).hasSizeGreaterThan(100);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void nothingThatIsSaidBecomesMarkupOrScript() {
        nowhere("v-html|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment");
        nowhere("\\beval\\(|new Function\\(|setTimeout\\(['\"`]|setInterval\\(['\"`]|dangerouslyUseHTMLString");
    }

    @Test
    void noAddressIsMadeOfWhatSomebodyTyped() {
        nowhere("javascript:|vbscript:|[^:]href=\"(http|//)|window\\.open\\(");
    }

    @Test
    void noStyleStandsInTheMarkupThatAPolicyWouldHaveToLetThrough() {
        nowhere("[^:\\w-]style=\"|setAttribute\\('style'|createElement\\('style'|<style[^>]*>[^<]*</style>.*<body");
    }

    @Test
    void passwordsAreMaskedAndMayBePastedAndFilledInByAManagerOfPasswords() {
        assertThat(files.get("app/SignInForm.vue")).contains("type=\"password\"", "autocomplete=\"current-password\"");
        assertThat(files.get("app/PasswordForm.vue"))
                .contains("'password'", "autocomplete=\"current-password\"", "autocomplete=\"new-password\"");
        nowhere("@paste\\.prevent|onpaste|@copy\\.prevent|autocomplete=\"off\"[^>]*password");
    }

    @Test
    void aPasswordGoesToTheServerAsItWasTyped() {
        assertThat(files.get("app/SignInForm.vue")).doesNotContain("password.value.trim");
        assertThat(files.get("app/PasswordForm.vue")).doesNotContain(".trim()");
    }

    private void nowhere(String pattern) {
        var sought = Pattern.compile(pattern);
        assertThat(files.entrySet().stream()
                        .filter(each -> sought.matcher(each.getValue()).find())
                        .map(Map.Entry::getKey))
                .as(pattern)
                .isEmpty();
    }
}
