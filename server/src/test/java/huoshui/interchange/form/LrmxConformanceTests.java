package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("B09 任免表文件：进得来、出得去、什么也不丢")
class LrmxConformanceTests {

    private final LrmxReader reader = new LrmxReader();
    private final LrmxWriter writer = new LrmxWriter();

    /** Every text and attribute in document order, as an independent parser of the platform sees it. */
    static List<String> values(byte[] file) throws Exception {
        var text = Decoded.of(file).text();
        var parser = DocumentBuilderFactory.newInstance();
        parser.setCoalescing(true);
        var document = parser.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)));
        var values = new ArrayList<String>();
        gather(document.getDocumentElement(), values);
        return values;
    }

    private static void gather(Node node, List<String> values) {
        var children = node.getChildNodes();
        boolean nested = false;
        boolean mixed = false;
        for (int i = 0; i < children.getLength(); i++) {
            nested |= children.item(i).getNodeType() == Node.ELEMENT_NODE;
            mixed |= children.item(i).getNodeType() == Node.TEXT_NODE
                    && !Blanks.isBlank(children.item(i).getTextContent());
        }
        values.add(node.getNodeName() + (nested ? "" : "=" + Blanks.lineFeeds(node.getTextContent())));
        for (int i = 0; i < children.getLength(); i++) {
            var child = children.item(i);
            if (child.getNodeType() == Node.ELEMENT_NODE) gather(child, values);
            else if (nested && mixed && child.getNodeType() == Node.TEXT_NODE) values.add(child.getTextContent());
        }
    }

    private byte[] again(byte[] file) {
        return writer.write(reader.read(file));
    }

    @Test
    void byteOrderMarkAndLineEndsMakeNoDifference() {
        var lf = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Person>\n" + Forms.EXAMPLE + "\n</Person>";
        var expected = again(lf.getBytes(StandardCharsets.UTF_8));
        for (var variant :
                List.of("\uFEFF" + lf, lf.replace("\n", "\r\n"), lf.replace("\n", "\r"), "\uFEFF" + lf + "\n\n\0"))
            assertThat(again(variant.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(new String(expected, StandardCharsets.UTF_8))
                .startsWith("<?xml")
                .contains("学习\r\n2006.08");
    }

    @Test
    void whatWeWroteComesBackByteForByte() {
        for (var file : Corpus.files(20260101L, 200)) {
            var once = again(file);
            assertThat(again(once)).isEqualTo(once);
        }
    }

    @Test
    void whatOthersWroteComesBackValueForValue() throws Exception {
        for (var file : Corpus.files(20260102L, 200))
            assertThat(values(again(file))).isEqualTo(values(file));
    }

    @Test
    void theThreeSpellingsOfEmptinessStayAsTheyWere() {
        var file = Forms.file("<XingMing></XingMing><MinZu/><JiGuan>\n  </JiGuan>");
        assertThat(new String(again(file), StandardCharsets.UTF_8))
                .contains("<XingMing></XingMing>", "<MinZu/>", "<JiGuan>\r\n  </JiGuan>");
        assertThat(reader.read(file).text(Box.NATIVE_PLACE)).isEmpty();
    }

    @Test
    void unknownElementsStayInPlaceWithAllTheyHold() throws Exception {
        var inside = "<XingMing>林示例</XingMing><!--批注--><ZhengZhiMianMao a=\"1&amp;2\">群众</ZhengZhiMianMao>"
                + "<XingBie>男</XingBie><KuoZhan>甲<B>乙<C/></B>丙<![CDATA[<丁>]]></KuoZhan><Version>3.2.1.6</Version>";
        var file = Forms.file(inside);
        var again = again(file);
        assertThat(values(again)).isEqualTo(values(file));
        assertThat(again(again)).isEqualTo(again);
        assertThat(new String(again, StandardCharsets.UTF_8))
                .containsSubsequence(
                        "XingMing", "<!--批注-->", "<ZhengZhiMianMao a=\"1&amp;2\">", "XingBie", "KuoZhan", "Version");
        assertThat(reader.read(file).unknown()).extracting(Element::name).containsExactly("ZhengZhiMianMao", "KuoZhan");
    }

    @Test
    void ourOwnFormsHaveNoAttributesAndTheFixedOrder() {
        var written = new String(writer.write(Form.empty(Form.Generation.SINCE_2025)), StandardCharsets.UTF_8);
        assertThat(written.substring(written.indexOf("<Person>"))).doesNotContain("=\"");
        assertThat(written)
                .containsSubsequence(
                        Arrays.stream(Box.values()).map(Box::element).toList());
    }

    @Test
    void changingOneBoxLeavesEveryOtherAsItStood() throws Exception {
        var file = Forms.file(
                "<XingMing> 林 示例 </XingMing><ChuShengNianYue>1984.03</ChuShengNianYue><RuDangShiJian>2005.06</RuDangShiJian>"
                        + "<XianRenZhiWu>旧职务</XianRenZhiWu><JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>赵示例</XingMing>"
                        + "<ChuShengRiQi>1985.07</ChuShengRiQi><BeiZhu>备</BeiZhu></Item></JiaTingChengYuan>");
        var form = reader.read(file)
                .with(Box.NAME, "林示例")
                .with(Box.BIRTH, "198403")
                .with(Box.PARTY, "200506")
                .with(Box.CURRENT_POST, "新职务")
                .withFamily(List.of(
                        new FamilyRow("妻子", "赵示例", "198507", "群众", ""), new FamilyRow("儿子", "林小示", "201501", "", "")));
        var expected = values(Forms.file(
                "<XingMing> 林 示例 </XingMing><ChuShengNianYue>1984.03</ChuShengNianYue><RuDangShiJian>2005.06</RuDangShiJian>"
                        + "<XianRenZhiWu>新职务</XianRenZhiWu><JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>赵示例</XingMing>"
                        + "<ChuShengRiQi>1985.07</ChuShengRiQi><BeiZhu>备</BeiZhu><ZhengZhiMianMao>群众</ZhengZhiMianMao></Item><Item>"
                        + "<ChengWei>儿子</ChengWei><XingMing>林小示</XingMing><ChuShengRiQi>201501</ChuShengRiQi><ZhengZhiMianMao></ZhengZhiMianMao>"
                        + "<GongZuoDanWeiJiZhiWu></GongZuoDanWeiJiZhiWu></Item></JiaTingChengYuan>"));
        assertThat(values(writer.write(form))).isEqualTo(expected);
    }

    @Test
    void aDraftKeepsEnoughToWriteTheSameFormAgain() {
        var form = reader.read(Forms.file(Forms.EXAMPLE + "<KuoZhan><A x=\"1\"/></KuoZhan>"));
        var mapper = JsonMapper.builder().build();
        var draft = new SheetReader().read(form).draft();
        var stored = mapper.readValue(mapper.writeValueAsString(draft), FormDraft.class);
        assertThat(stored).isEqualTo(draft);
        assertThat(writer.write(Form.of(stored.original()))).isEqualTo(writer.write(form));
    }

    @Test
    void aPhotoKeptElsewhereComesBackWithItsLinesAsTheyWere() {
        for (var text : List.of(
                "/9j/4AAQSkZJRg==", "\n/9j/4AAQ\nSkZJRg==\n", " /9j/\n  4AAQ\n  SkZJ\n  Rg== ", "/9j/ 4AAQSkZJRg==")) {
            var form = reader.read(Forms.file("<ZhaoPian>" + text + "</ZhaoPian>"));
            var kept = Form.of(form.withoutPhoto().elements());
            assertThat(kept.photo()).isEmpty();
            assertThat(new String(writer.write(kept), StandardCharsets.UTF_8)).contains("<ZhaoPian></ZhaoPian>");
            var back = kept.withPhoto(form.photo().orElseThrow());
            assertThat(back.photo()).hasValue(form.photo().orElseThrow());
            if (!text.contains("/ 4")) assertThat(writer.write(back)).isEqualTo(writer.write(form));
        }
    }

    @Test
    void aFormOfBefore2025StaysOneUnlessRaisedOnPurpose() {
        var form = reader.read(Forms.file(Forms.EXAMPLE));
        assertThat(form.generation()).isEqualTo(Form.Generation.BEFORE_2025);
        assertThat(new String(writer.write(form), StandardCharsets.UTF_8)).doesNotContain("DaoLingNianYue");
        var raised = form.upgraded();
        assertThat(raised.generation()).isEqualTo(Form.Generation.SINCE_2025);
        assertThat(new String(writer.write(raised), StandardCharsets.UTF_8))
                .containsSubsequence("CanJiaGongZuoShiJian", "DaoLingNianYue", "JianKangZhuangKuang")
                .containsSubsequence("ChengBaoDanWei", "GaiGeQianRenZhiNianLingJieXian", "JiSuanNianLingShiJian");
    }

    @Test
    void theSpecimenIsUnderstoodWhole() {
        var reading = new SheetReader().read(reader.read(Forms.file(Forms.EXAMPLE)));
        var person = reading.person();
        assertThat(reading.problems()).isEmpty();
        assertThat(person.birth()).isEqualTo(PartialDate.month(1984, 3));
        assertThat(person.partyJoined()).isEqualTo(PartialDate.month(2005, 6));
        assertThat(person.education())
                .containsExactly(
                        new PersonSheet.Education(PersonSheet.Mode.FULLTIME, "大学", "工学学士", "示例大学建筑系城市规划专业"),
                        new PersonSheet.Education(PersonSheet.Mode.INSERVICE, "省委党校研究生", null, "省委党校经济管理专业"));
        assertThat(person.career()).hasSize(5);
        assertThat(person.career().get(3).to()).isNull();
        assertThat(person.family())
                .singleElement()
                .extracting(PersonSheet.Relative::name)
                .isEqualTo("赵示例");
        assertThat(reading.rewards()).isEqualTo("无");
        assertThat(reading.draft().proposedPost()).isEqualTo("示例市自然资源和规划局副局长（试用期一年）");
        assertThat(person.title()).isNull();
    }

    @Test
    void theSheetIsTheShapeThatTheImportReportPromises() {
        var json = JsonMapper.builder()
                .build()
                .writeValueAsString(new SheetReader()
                        .read(reader.read(Forms.file(Forms.EXAMPLE)))
                        .person());
        assertThat(json)
                .startsWith("{\"name\":\"林示例\",\"sex\":\"男\",\"birth\":\"1984-03\",\"ethnicity\":\"汉族\"")
                .contains("\"partyJoined\":\"2005-06\",\"parties\":[]", "\"idNumber\":null", "\"title\":null")
                .contains("{\"mode\":\"inservice\",\"level\":\"省委党校研究生\",\"degree\":null,\"school\":\"省委党校经济管理专业\"}")
                .contains(
                        "{\"from\":\"2015-03\",\"to\":null,\"text\":\"示例市自然资源和规划局规划处处长\",\"line\":3,\"meanwhile\":false}")
                .contains(
                        "\"unread\":[],\"family\":[{\"relation\":\"妻子\",\"name\":\"赵示例\",\"birth\":\"1985-07\",\"party\":\"群众\",\"post\":\"示例市第一小学教师\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void anotherEncodingIsRecognisedByItsBytesAndNoted(String charset) {
        for (var declared : List.of("encoding=\"utf-8\"", "encoding=\"gb2312\"", "")) {
            var text = "<?xml version=\"1.0\" " + declared + "?>\n<Person>" + Forms.EXAMPLE + "</Person>";
            var form = reader.read(text.getBytes(Charset.forName(charset)));
            assertThat(form.text(Box.NAME)).isEqualTo("林示例");
            assertThat(form.notes()).extracting(Problem::code).containsExactly("form.encoding");
        }
    }

    @Test
    void aFileThatSaysGbkButIsUtf8IsReadAsWhatItIs() {
        var text = "<?xml version=\"1.0\" encoding=\"GBK\"?><Person>" + Forms.EXAMPLE + "</Person>";
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).text(Box.NAME))
                .isEqualTo("林示例");
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItBreaksOff() {
        var whole = Forms.file(Forms.EXAMPLE);
        int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(">");
        for (int cut = 1; cut < end; cut += 7) {
            var part = Arrays.copyOf(whole, cut);
            assertThatThrownBy(() -> reader.read(part))
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching("(?s)读取任免表文件：.*；请.*。");
        }
    }

    @Test
    void aDamagedByteIsToldWithItsLine() {
        var file = Forms.file(Forms.EXAMPLE);
        file[file.length / 2] = (byte) 0xFF;
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(Refusal.class).hasMessageContaining("损坏的字节");
    }
}
