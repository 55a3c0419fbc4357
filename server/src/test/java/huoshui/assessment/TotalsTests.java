package huoshui.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huoshui.Seeds;
import huoshui.assessment.Merging.Group;
import huoshui.assessment.Scorecard.Figure;
import huoshui.assessment.Tally.Ballot;
import huoshui.assessment.Tally.Tallied;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sheets are totalled over groups that are large enough, and say the same whenever they are totalled. */
class TotalsTests {

    static final Instrument SHIPPED = Instruments.shippedFiles().entrySet().stream()
            .filter(each -> each.getKey().equals("special-appraisal.yaml"))
            .map(each -> InstrumentReader.read(each.getKey(), each.getValue()))
            .findFirst()
            .orElseThrow();
    static final UUID SUBJECT = new UUID(0, 7);

    final Random random = new Random(Seeds.next());

    @Test
    void whateverIsTotalledDiffersFromEverythingElseThatIsByNoFewerThanFiveVoices() {
        for (int trial = 0; trial < 5_000; trial++) {
            var sheets = new HashMap<String, Integer>();
            SHIPPED.voices().forEach(each -> sheets.put(each.code(), random.nextInt(random.nextBoolean() ? 7 : 40)));
            var groups = Merging.of(SHIPPED.voices(), sheets, 5);
            int all = sheets.values().stream().mapToInt(Integer::intValue).sum();

            if (all < 5) assertThat(groups).as("%s", sheets).isEmpty();
            else
                assertThat(groups)
                        .as("%s", sheets)
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.size(sheets)).isGreaterThanOrEqualTo(5));
            if (groups.isEmpty()) continue;
            assertThat(groups.stream().mapToInt(each -> each.size(sheets)).sum())
                    .isEqualTo(all);
            assertThat(groups.stream().flatMap(each -> each.voices().stream()).distinct())
                    .hasSize(SHIPPED.voices().size());
        }
    }

    @Test
    void aSmallGroupGoesWhereTheInstrumentSays() {
        var sheets = new LinkedHashMap<String, Integer>();
        sheets.put("superior", 2);
        sheets.put("peer", 9);
        sheets.put("subordinate", 12);
        assertThat(Merging.of(SHIPPED.voices(), sheets, 5))
                .extracting(Group::key)
                .containsExactlyInAnyOrder("peer+superior", "subordinate");
    }

    @Test
    void theSameSheetsGiveTheSameFiguresInWhateverOrder() {
        var tallied = tally(ballots(40));
        var card = totals(tallied, 40);
        for (int again = 0; again < 20; again++) {
            var sheets = new ArrayList<>(tallied.sheets());
            Collections.shuffle(sheets, random);
            assertThat(totals(new Tallied(sheets, List.of(), tallied.counts()), 40)
                            .dimensions())
                    .usingRecursiveComparison()
                    .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
                    .isEqualTo(card.dimensions());
        }
    }

    @Test
    void meansAndSpreadAreWhatAHandWouldReckon() {
        var figure = figureOf("P01", List.of("好", "好", "较好", "一般", "差", "不了解"));
        assertThat(figure.n()).isEqualTo(5);
        assertThat(figure.mean()).isCloseTo((100 + 100 + 75 + 50 + 0) / 5.0, within(1e-9));
        assertThat(figure.spread()).isCloseTo(41.83300132670378, within(1e-9));
        assertThat(figure.agreement()).isNull();
        assertThat(figure.words()).isEqualTo("样本少，不作检验");
        assertThat(figure.bars()).extracting(Scorecard.Bar::count).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void agreementIsToldFromThirtyVoicesOn() {
        var words = new ArrayList<>(Collections.nCopies(15, "好"));
        words.addAll(Collections.nCopies(14, "较好"));
        assertThat(figureOf("P01", words).words()).isEqualTo("样本少，不作检验");
        words.add("较好");
        var figure = figureOf("P01", words);
        assertThat(figure.words()).isNull();
        // Variance of fifteen 100s and fifteen 75s over that of 100, 75, 50 and 0 chosen at random.
        double variance = 12.5 * 12.5 * 30 / 29;
        double chance = (43.75 * 43.75 + 18.75 * 18.75 + 6.25 * 6.25 + 56.25 * 56.25) / 4;
        assertThat(figure.agreement()).isCloseTo(1 - variance / chance, within(1e-9));
    }

    @Test
    void aUnanimousGroupIsToldInWordsAndTooFewWhoSpokeNotAtAll() {
        var all = figureOf("P01", Collections.nCopies(6, "好"));
        assertThat(all.words()).isEqualTo("全组一致：好");
        assertThat(all.mean()).isNull();
        assertThat(all.bars()).isEmpty();
        var whole = itemOf("P01", Collections.nCopies(6, "好")).overall();
        assertThat(whole.words()).as("nor by the whole, which is theirs").isEqualTo("全组一致：好");
        assertThat(whole.mean()).isNull();
        assertThat(whole.bars()).isEmpty();
        var dimension = totals(
                        tally(Collections.nCopies(6, "好").stream()
                                .map(each -> ballot("peer", each))
                                .toList()),
                        6)
                .dimensions()
                .getFirst();
        assertThat(dimension.byGroup().getFirst().words()).isEqualTo("全组一致：好");
        assertThat(dimension.overall().words()).isEqualTo("全组一致：好");
        assertThat(dimension.overall().mean()).isNull();
        var few = figureOf("P01", List.of("好", "较好", "差", "好", "不了解", "不了解"));
        assertThat(few.words()).isEqualTo("有评价的不足五票，不出数");
        assertThat(few.mean()).isNull();
        assertThat(few.bars()).isEmpty();
    }

    @Test
    void ofTooFewInAllNothingIsKeptThatSaysAnything() {
        var tallied = tally(ballots(4));
        assertThat(tallied.sheets()).isEmpty();
        assertThat(tallied.instances()).isEmpty();
        assertThat(tallied.counts()).hasSize(1);
        var card = totals(tallied, 4);
        assertThat(card.groups()).isEmpty();
        assertThat(card.dimensions()).isEmpty();
        assertThat(card.notes()).containsExactly("有效票 4 张，不足 5 张，不出结果，票面未留存");
    }

    @Test
    void groupsWeighWhatTheInstrumentDeclares() {
        var ballots = new ArrayList<Ballot>();
        for (int i = 0; i < 6; i++) ballots.add(ballot("superior", i == 0 ? "较好" : "好"));
        for (int i = 0; i < 6; i++) ballots.add(ballot("peer", i == 0 ? "一般" : "差"));
        var line = totals(tally(ballots), 12).items().getFirst();
        double superior = (5 * 100 + 75) / 6.0;
        double peer = 50 / 6.0;
        assertThat(line.overall().mean()).isCloseTo((30 * superior + 25 * peer) / 55, within(1e-9));
        assertThat(line.overall().n()).isEqualTo(12);
    }

    /** The figure of the only group, all of whom answered this to this item. */
    private Figure figureOf(String item, List<String> words) {
        return itemOf(item, words).byGroup().getFirst();
    }

    private Scorecard.ItemLine itemOf(String item, List<String> words) {
        var ballots = words.stream()
                .map(each -> {
                    var answers = new HashMap<>(
                            ballot("peer", "好").sheets().getFirst().answers());
                    answers.put(item, SheetCheckTests.grade(each, null));
                    return new Ballot("peer", null, List.of(new VoiceSheet(SUBJECT, answers)));
                })
                .toList();
        return totals(tally(ballots), words.size()).items().stream()
                .filter(each -> each.code().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private Scorecard totals(Tallied tallied, int invited) {
        return new Totals(SHIPPED, invited, Confidentiality.SECRET).of(SUBJECT, tallied.counts(), tallied.sheets());
    }

    private Tallied tally(List<Ballot> ballots) {
        var issued = new HashMap<String, Integer>();
        ballots.forEach(each -> issued.merge(each.voice(), 1, Integer::sum));
        return new Tally(SHIPPED, Confidentiality.SECRET, issued, random).of(List.of(SUBJECT), ballots);
    }

    private List<Ballot> ballots(int number) {
        var all = new ArrayList<Ballot>();
        var words = List.of("好", "较好", "一般", "差");
        var voices = List.of("peer", "subordinate", "masses");
        for (int i = 0; i < number; i++)
            all.add(ballot(voices.get(random.nextInt(voices.size())), words.get(random.nextInt(words.size()))));
        return all;
    }

    private static Ballot ballot(String voice, String positive) {
        var answers = new HashMap<String, Given>();
        for (var item : SHIPPED.items()) {
            boolean good = item.stem().code().startsWith("P");
            answers.put(
                    item.stem().code(),
                    good ? SheetCheckTests.grade(positive, "某次会上的一件事例记述") : SheetCheckTests.grade("没有", null));
        }
        return new Ballot(voice, null, List.of(new VoiceSheet(SUBJECT, Map.copyOf(answers))));
    }
}
