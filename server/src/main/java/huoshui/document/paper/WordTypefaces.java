package huoshui.document.paper;

import huoshui.document.paper.Typefaces.Face;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The typefaces a Word file asks for by name, and what to take where one is not installed. Word 文件所用字体
 *
 * <p>Nothing is embedded (docs/adr/0090): the names are those of Chinese Windows, WPS and the machines of offices.
 */
enum WordTypefaces {
    SONG("宋体", "SimSun,宋体-简,Songti SC,Noto Serif CJK SC,Noto Serif SC", "roman", "02010600030101010101"),
    TITLE("方正小标宋简体", "方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun", "script", "02010601030101010101"),
    HEI("黑体", "SimHei,黑体-简,Heiti SC,Noto Sans CJK SC,Noto Sans SC", "modern", "02010609060101010101");

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private final String word;
    private final String others;
    private final String family;
    private final String panose;

    WordTypefaces(String word, String others, String family, String panose) {
        this.word = word;
        this.others = others;
        this.family = family;
        this.panose = panose;
    }

    /** As machines of offices know it. */
    String word() {
        return word;
    }

    static WordTypefaces of(Face face) {
        return switch (face) {
            case SONG -> SONG;
            case SONG_BOLD -> TITLE;
            case HEI, HEI_BOLD -> HEI;
        };
    }

    /** Tells the document all of them. */
    static void tell(XWPFDocument document) throws IOException {
        try {
            var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            var part = document.getPackage().createPart(name, TYPE);
            document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
            try (var out = part.getOutputStream()) {
                out.write(table().getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String table() {
        return Arrays.stream(values())
                .map(WordTypefaces::entry)
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
                        "</w:fonts>"));
    }

    /** In GB 2312 (charset 86), so that what stands in is at least Chinese. */
    private String entry() {
        return "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:panose1 w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"%s\"/><w:pitch w:val=\"auto\"/></w:font>"
                .formatted(word, others, panose, family);
    }
}
