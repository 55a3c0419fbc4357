package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.interchange.Item;
import huoshui.interchange.UnitNews;
import huoshui.kernel.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("import --json：任何时候都是一份完整的文档")
class ImportDocumentTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Item BROKEN = item();

    private final StringWriter text = new StringWriter();

    @Test
    void whatIsRefusedMidwayIsToldWithinTheOneDocumentBesideWhatWasDoneBefore() {
        boolean fine = Import.document(new PrintWriter(text), JSON, (told, units) -> {
            units.accept(new UnitNews("a.zip", "1", "示例局", UnitNews.Status.LEFT, null, List.of(), null, List.of()));
            told.accept(BROKEN);
            throw Refusal.input("no-mapping", "未导入：没有这个列对应。请先存下再用。");
        });

        assertThat(fine).isFalse();
        assertThat(text.toString().strip().lines()).hasSize(1);
        var told = JSON.readTree(text.toString());
        assertThat(told.path("items")).hasSize(1);
        assertThat(told.at("/units/0/status").asString()).isEqualTo("left");
        assertThat(told.at("/refused/code").asString()).isEqualTo("no-mapping");
        assertThat(told.has("totals")).isFalse();
    }

    @Test
    void whatIsRefusedAltogetherLeavesNoHalfDocument() {
        assertThatThrownBy(() -> Import.document(new PrintWriter(text), JSON, (told, units) -> {
                    throw Refusal.input("no-mapping", "未导入：没有这个列对应。请先存下再用。");
                }))
                .isInstanceOf(Refusal.class);
        assertThat(text.toString()).isEmpty();
    }

    private static Item item() {
        return new Item("a.lrmx", null, null, Item.Status.REFUSED, null, null, List.of(), List.of(), Map.of());
    }
}
