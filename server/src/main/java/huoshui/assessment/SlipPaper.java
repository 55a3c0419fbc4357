package huoshui.assessment;

import huoshui.access.Signed;
import huoshui.document.paper.Imprint;
import huoshui.document.paper.Passage;
import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.Passage.Down;
import huoshui.document.paper.PdfPaper;
import huoshui.document.paper.Sheet;
import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import huoshui.document.paper.Typefaces.Face;
import huoshui.kernel.Acts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Slips to be cut apart, one code each, eight to a page. 测评码纸条 */
@Component
class SlipPaper {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm").withZone(Acts.ZONE);
    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    private static final double LEFT = 42;
    private static final double TOP = 50;
    private static final double WIDTH = (Sheet.A4_WIDTH - 2 * LEFT) / ACROSS;
    private static final double HEIGHT = (Sheet.A4_HEIGHT - TOP - 56) / DOWN;
    private static final double GAP = 6;

    private final PdfPaper paper;
    private final Clock clock;

    SlipPaper(PdfPaper paper, Clock clock) {
        this.paper = paper;
        this.clock = clock;
    }

    byte[] print(Signed who, Round round, String voice, List<Slips.Made> made, String address) {
        var pages = new ArrayList<Page>();
        for (int from = 0; from < made.size(); from += ACROSS * DOWN)
            pages.add(page(round, voice, made.subList(from, Math.min(made.size(), from + ACROSS * DOWN)), address));
        var sheet = new Sheet("测评码 " + round.title() + " " + voice, pages, List.of());
        var now = MINUTE.format(clock.instant());
        var imprint = new Imprint("测评码：裁开后由本人抽取，勿登记、勿拍照", "印制 " + who.displayName() + "　" + now, "测评码");
        var out = new ByteArrayOutputStream();
        try {
            paper.write(sheet, imprint, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private Page page(Round round, String voice, List<Slips.Made> made, String address) {
        var boxes = new ArrayList<Box>();
        var lines = new ArrayList<Box>();
        for (int i = 0; i < made.size(); i++) {
            double x = LEFT + (i % ACROSS) * WIDTH + GAP / 2;
            double y = TOP + (i / ACROSS) * HEIGHT + GAP / 2;
            slip(round, voice, made.get(i), address, x, y, boxes, lines);
        }
        return new Page(Sheet.A4_WIDTH, Sheet.A4_HEIGHT, boxes, lines);
    }

    private void slip(
            Round round,
            String voice,
            Slips.Made made,
            String address,
            double x,
            double y,
            List<Box> boxes,
            List<Box> lines) {
        double width = WIDTH - GAP;
        double height = HEIGHT - GAP;
        boxes.add(Box.of("slip", x, y, width, height));
        var name = made.name();
        lines.add(line(
                "title",
                x,
                y + 6,
                width,
                30,
                Passage.label(round.title()).in(Face.SONG_BOLD).sized(13, 8)));
        lines.add(line(
                "voice",
                x,
                y + 36,
                width,
                18,
                Passage.label((name == null ? "" : name + "　") + voice + "　"
                                + round.confidentiality().word())
                        .sized(10.5, 7)));
        lines.add(line(
                "code",
                x,
                y + 56,
                width,
                34,
                Passage.label(made.code().printed()).in(Face.HEI_BOLD).sized(22, 16)));
        lines.add(line("address", x, y + 92, width, 18, Passage.label(address).sized(10.5, 6)));
        lines.add(line(
                "window",
                x,
                y + 110,
                width,
                16,
                Passage.label(time(round.opens()) + " 至 " + time(round.closes()))
                        .sized(9, 7)));
        lines.add(line(
                "statement",
                x,
                y + 126,
                width,
                height - 132,
                Passage.label(round.confidentiality().statement() + "截止前可凭码修改。")
                        .sized(8.5, 6)
                        .at(Across.LEFT, Down.TOP)
                        .padded(8)));
    }

    private static Box line(String name, double x, double y, double width, double height, Passage passage) {
        return Box.of(name, x, y, width, height, passage);
    }

    private static String time(Instant instant) {
        return MINUTE.format(instant);
    }
}
