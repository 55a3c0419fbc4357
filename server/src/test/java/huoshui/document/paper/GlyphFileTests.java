package huoshui.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("随文字库")
class GlyphFileTests {

    private static final String WORDS = "干部任免审批表 1984.03 （42岁）áéÅǖ，〓①㛃𠮷";

    @ParameterizedTest
    @EnumSource(Typefaces.File.class)
    void aFewCharactersLookAsTheyDoInTheWholeFileAndNoOthersAreInIt(Typefaces.File file) throws IOException {
        var whole = Typefaces.bytes(file);
        var glyphs = new GlyphFile(whole);
        var characters = new TreeSet<Integer>();
        WORDS.codePoints().forEach(characters::add);
        var cut = glyphs.cut(characters);

        var before = read(whole);
        var after = read(cut);
        assertThat(cut.length).isLessThan(40_000);
        for (int each : characters) {
            int old = before.getUnicodeCmapLookup().getGlyphId(each);
            int now = after.getUnicodeCmapLookup().getGlyphId(each);
            assertThat(glyphs.has(each)).as("%x", each).isEqualTo(old != 0);
            assertThat(now != 0).as("%x", each).isEqualTo(old != 0);
            if (old == 0) continue;
            assertThat(outline(after, now)).as("%x", each).isEqualTo(outline(before, old));
            assertThat(after.getAdvanceWidth(now))
                    .isEqualTo(before.getAdvanceWidth(old))
                    .isEqualTo(glyphs.width(each));
        }
        assertThat(after.getUnicodeCmapLookup().getGlyphId('永')).isZero();
    }

    private static TrueTypeFont read(byte[] bytes) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    }

    private static List<List<Double>> outline(TrueTypeFont font, int glyph) throws IOException {
        var found = font.getGlyph().getGlyph(glyph);
        var path = new ArrayList<List<Double>>();
        if (found == null) return path;
        var at = new double[6];
        for (PathIterator i = found.getPath().getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            path.add(List.of((double) kind, at[0], at[1], at[2], at[3]));
            java.util.Arrays.fill(at, 0);
        }
        return path;
    }
}
