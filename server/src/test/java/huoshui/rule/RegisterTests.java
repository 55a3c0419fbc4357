package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code rulebook/ids.txt} names every row of the register, with the weakest mark of its source. */
@DisplayName("条款库：清册的每一行恰好出现一次，立为条款或列明不立的原因")
class RegisterTests {

    /** From the strongest mark to the weakest. */
    private static final List<Status> STRENGTH = List.of(
            Status.VERIFIED, Status.PARTIAL, Status.SEED, Status.REMEMBERED, Status.PROPOSED, Status.PLACEHOLDER);

    private static final Pattern USUAL = Pattern.compile("一般(?!事项)");
    private static final Book BOOK = Rulebook.shipped();
    private static final Map<String, Status> REGISTER = register();

    @Test
    void allRowsOfTheRegisterAreKnown() {
        assertThat(REGISTER).hasSize(433);
    }

    @Test
    void everyRowIsCarriedOrListedAndNeverBoth() {
        var carried = new TreeSet<String>();
        BOOK.provisions().forEach(each -> carried.add(row(each.code())));
        var listed = BOOK.notCarried().stream().map(NotCarried::code).toList();
        assertThat(listed).doesNotHaveDuplicates().doesNotContainAnyElementsOf(carried);
        assertThat(Stream.concat(carried.stream(), listed.stream()))
                .containsExactlyInAnyOrderElementsOf(REGISTER.keySet());
    }

    @Test
    void theReasonsSayWhatARowIsInstead() {
        assertThat(BOOK.notCarried()).allSatisfy(each -> {
            assertThat(each.type()).isIn("时限", "程序", "权限", "计算", "字典", "无事实", "参考", "占位", "合并", "系统");
            assertThat(each.title()).isNotBlank();
            assertThat(each.reason()).isNotBlank();
            assertThat(each.status()).as(each.code()).isEqualTo(REGISTER.get(each.code()));
        });
    }

    @Test
    void noClauseIsStrongerThanItsRow() {
        assertThat(BOOK.provisions())
                .allSatisfy(each -> assertThat(STRENGTH.indexOf(each.status()))
                        .as("%s: %s, in the register %s", each.code(), each.status(), REGISTER.get(row(each.code())))
                        .isGreaterThanOrEqualTo(STRENGTH.indexOf(REGISTER.get(row(each.code())))));
    }

    @Test
    void aRowOfSeveralPartsCountsThemFromOne() {
        var parts = new TreeMap<String, TreeSet<Integer>>();
        for (var each : BOOK.provisions()) {
            var row = row(each.code());
            if (row.equals(each.code())) assertThat(parts).doesNotContainKey(row);
            else parts.computeIfAbsent(row, any -> new TreeSet<>()).add(part(each.code()));
        }
        parts.forEach((row, numbers) -> {
            assertThat(BOOK.editions(row)).as(row).isEmpty();
            assertThat(numbers.getFirst()).as(row).isEqualTo(1);
            assertThat(numbers.getLast()).as(row).isEqualTo(numbers.size());
        });
    }

    /** What the register calls 一般 is never a bar. */
    @Test
    void whatIsOnlyUsualWarns() {
        var usual = new ArrayList<String>();
        for (var each : BOOK.provisions())
            if (USUAL.matcher(each.title()).find()
                    && each.effect() != Effect.LIMITS
                    && (each.effect() == Effect.BARS || each.effect() == Effect.REQUIRES)) usual.add(each.code());
        assertThat(usual).isEmpty();
    }

    private static String row(String code) {
        if (REGISTER.containsKey(code)) return code;
        var row = code.replaceFirst("\\.\\d+$", "");
        assertThat(REGISTER).as("a clause of no row: " + code).containsKey(row);
        return row;
    }

    private static int part(String code) {
        return Integer.parseInt(code.substring(code.lastIndexOf('.') + 1));
    }

    private static Map<String, Status> register() {
        try (var in = Objects.requireNonNull(RegisterTests.class.getResourceAsStream("/rulebook/ids.txt"))) {
            var all = new LinkedHashMap<String, Status>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("#")) continue;
                var parts = line.split(" ");
                all.put(parts[0], Status.of(parts[1]).orElseThrow());
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
