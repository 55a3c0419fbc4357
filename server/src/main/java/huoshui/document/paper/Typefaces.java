package huoshui.document.paper;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;

/**
 * The typefaces that travel with the product, and what stands in where one lacks a character. 字体
 *
 * <p>They come from npm when the page is built and lie in the jar below {@code fonts/}; in a checkout that was not packaged
 * they are taken from the page's own modules. A character that none of them has is printed as {@value #ABSENT} and named.
 */
@Component
public class Typefaces {

    /** Stands in print for a character that no typeface has. 缺字符号 */
    public static final String ABSENT = "〓";

    /** Faces words are set in; only regular and bold, as machines elsewhere have no others. 字样 */
    public enum Face {
        SONG(List.of(File.SERIF, File.SANS, File.RARE)),
        SONG_BOLD(List.of(File.SERIF_BOLD, File.SANS_BOLD, File.RARE)),
        HEI(List.of(File.SANS, File.SERIF, File.RARE)),
        HEI_BOLD(List.of(File.SANS_BOLD, File.SERIF_BOLD, File.RARE));

        private final List<File> chain;

        Face(List<File> chain) {
            this.chain = chain;
        }
    }

    /** One file of glyphs, by the folder it has in its npm package. 字库文件 */
    enum File {
        SERIF("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
        SERIF_BOLD("noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
        SANS("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
        SANS_BOLD("noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
        RARE("noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf");

        private final String path;

        File(String path) {
            this.path = path;
        }

        String resource() {
            return "/fonts/" + path;
        }

        Path module() {
            return Path.of("..", "web", "node_modules", "@expo-google-fonts").resolve(path);
        }
    }

    /** Characters that are set from one file. 同一字库的一段 */
    record Run(File file, String text) {}

    private record Glyph(@Nullable File file, float em) {}

    private final Map<File, GlyphFile> files = new EnumMap<>(File.class);
    private final Map<Face, Map<Integer, Glyph>> glyphs = new EnumMap<>(Face.class);

    public Typefaces() {
        for (var face : Face.values()) glyphs.put(face, new ConcurrentHashMap<>());
    }

    /** How wide a character is, in sizes. */
    double em(Face face, int character) {
        return glyph(face, character).em();
    }

    /** Whether any typeface of this face has the character. */
    public boolean has(Face face, int character) {
        return glyph(face, character).file() != null;
    }

    /** The words in stretches of one font each, with what nobody has put as {@value #ABSENT}. */
    List<Run> runs(Face face, String text) {
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        File of = null;
        for (int character : text.codePoints().toArray()) {
            var file = glyph(face, character).file();
            var shown = file == null ? ABSENT : Character.toString(character);
            var from = file == null ? face.chain.getFirst() : file;
            if (of != null && of != from && !run.isEmpty()) {
                runs.add(new Run(of, run.toString()));
                run.setLength(0);
            }
            of = from;
            run.append(shown);
        }
        if (of != null) runs.add(new Run(of, run.toString()));
        return runs;
    }

    /** The characters of a text that no typeface has, each once, in order. */
    public List<String> absent(Face face, String text) {
        return text.codePoints()
                .filter(each -> !Character.isISOControl(each) && !has(face, each))
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private Glyph glyph(Face face, int character) {
        var known = glyphs(face);
        var glyph = known.get(character);
        if (glyph != null) return glyph;
        var found = find(face, character);
        known.put(character, found);
        return found;
    }

    private Map<Integer, Glyph> glyphs(Face face) {
        var known = glyphs.get(face);
        if (known == null) throw new IllegalStateException(face.name());
        return known;
    }

    private Glyph find(Face face, int character) {
        for (var file : face.chain) {
            var font = file(file);
            if (font.has(character)) return new Glyph(file, font.width(character) / 1000f);
        }
        return new Glyph(null, 1f);
    }

    /** What a document needs to say certain words. */
    Cut cut() {
        return new Cut();
    }

    /** The fonts of one document, which hold only what it says. 随文字库 */
    final class Cut {

        private final Map<File, SortedSet<Integer>> said = new EnumMap<>(File.class);
        private final Map<File, BaseFont> fonts = new EnumMap<>(File.class);

        void add(Face face, String text) {
            for (var run : runs(face, text)) {
                var known = said.computeIfAbsent(run.file(), each -> new TreeSet<>());
                run.text().codePoints().forEach(known::add);
            }
        }

        /** @throws IllegalStateException for words that were not added before the first font was asked for */
        BaseFont font(Run run) {
            var known = said.getOrDefault(run.file(), Collections.emptySortedSet());
            if (!run.text().codePoints().allMatch(known::contains))
                throw new IllegalStateException("words that were not announced");
            return fonts.computeIfAbsent(
                    run.file(), each -> embedded(each, file(each).cut(known)));
        }
    }

    private GlyphFile file(File file) {
        synchronized (files) {
            return files.computeIfAbsent(file, Typefaces::read);
        }
    }

    private static GlyphFile read(File file) {
        try {
            return new GlyphFile(bytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BaseFont embedded(File file, byte[] bytes) {
        try {
            var font = BaseFont.createFont(
                    file.name() + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setSubset(true);
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (DocumentException broken) {
            throw new IllegalStateException("unreadable font " + file, broken);
        }
    }

    static byte[] bytes(File file) throws IOException {
        try (var packed = Typefaces.class.getResourceAsStream(file.resource())) {
            if (packed != null) return packed.readAllBytes();
        }
        if (Files.exists(file.module())) return Files.readAllBytes(file.module());
        throw Refusal.input("fonts-missing", "未印制：程序中没有中文字库，不能生成 PDF。请用“./huoshui”重新构建程序（构建页面时会取得字库）后再印。");
    }
}
