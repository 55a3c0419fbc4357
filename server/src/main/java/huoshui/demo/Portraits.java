package huoshui.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Draws flat portraits of people who do not exist. 示意头像 */
final class Portraits {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 375;
    private static final int[] GROUNDS = {0xd5e2e6, 0xd9e3e0, 0xdde2e6, 0xd3dfe3};
    private static final int[] SKINS = {0xdfbda2, 0xe6c9ae, 0xd4ad8f, 0xe9d0b8};
    private static final int[] HAIRS = {0x2b2a2b, 0x33302e, 0x26262a, 0x3a3431};
    private static final int[] SUITS = {0x454650, 0x4a4a44, 0x2f4a4d, 0x3c4250, 0x50484a};
    private static final int[] TIES = {0x6b3b3b, 0x3c4a44, 0x2f4766, 0x7a5a2e};

    private Portraits() {}

    static byte[] draw(Cadre cadre) {
        var dice = new Dice(cadre.id().hashCode());
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int ground = GROUNDS[dice.below(GROUNDS.length)];
        paper.setColor(new Color(ground));
        paper.fillRect(0, 0, WIDTH, HEIGHT);
        var scale = AffineTransform.getScaleInstance(WIDTH / 50.0, HEIGHT / 62.5);
        paper.transform(scale);
        face(paper, cadre, dice);
        paper.dispose();
        return jpeg(image);
    }

    private static void face(Graphics2D paper, Cadre cadre, Dice dice) {
        int age = 2026 - cadre.birth().year();
        var skin = new Color(SKINS[dice.below(SKINS.length)]);
        var hair = age > 54 && dice.chance(0.6) ? new Color(0x77736e) : new Color(HAIRS[dice.below(HAIRS.length)]);
        double wide = 9.4 + dice.unit() * 1.4;
        boolean bun = !cadre.male() && dice.chance(0.45);
        if (bun) fill(paper, hair, new Ellipse2D.Double(21, 7, 8, 8));
        if (!cadre.male() && !bun)
            fill(paper, hair, new Ellipse2D.Double(25 - wide - 2.4, 13, 2 * wide + 4.8, 29 + dice.unit() * 6));
        fill(paper, skin.darker().brighter(), path("M21 42 L29 42 L29 51 L25 55 L21 51 Z"));
        fill(
                paper,
                new Color(SUITS[dice.below(SUITS.length)]),
                path("M3 70 C3.5 58 9.5 53.5 20 50.5 L25 55.5 L30 50.5 C40.5 53.5 46.5 58 47 70 Z"));
        fill(paper, new Color(0xf4f2ec), path("M20 50.5 L25 55.5 L30 50.5 L32 51.5 L25 70 L18 51.5 Z"));
        if (cadre.male())
            fill(paper, new Color(TIES[dice.below(TIES.length)]), path("M25 55.5 L27.2 58 L26 70 L24 70 L22.8 58 Z"));
        fill(paper, hair, new Ellipse2D.Double(25 - wide - 0.3, 13.5, 2 * wide + 0.6, 17));
        fill(paper, skin, new Ellipse2D.Double(25 - wide, 17, 2 * wide, 26));
        double part = dice.unit() * 3 - 1.5;
        fill(
                paper,
                hair,
                path(
                        "M14.500 27 C13.5 18 18 12 25 12 C32 12 36.5 18 35.5 27 C34.8 24 34 22 33 20.5 C28 %s 22 %s 17 20.5 C16 22 15.2 24 14.5 27 Z"
                                .formatted(18.8 + part * 0.4, 18.8 - part * 0.4)));
        features(paper, age, dice);
    }

    private static void features(Graphics2D paper, int age, Dice dice) {
        var ink = new Color(0x3a3230);
        for (double x : new double[] {20.6, 29.4}) fill(paper, ink, new Ellipse2D.Double(x - 0.9, 29, 1.8, 1.5));
        paper.setColor(ink);
        paper.setStroke(new java.awt.BasicStroke(0.5f));
        paper.draw(path("M18.8 27 C19.8 26.3 21.4 26.3 22.4 26.8"));
        paper.draw(path("M27.6 26.8 C28.6 26.3 30.2 26.3 31.2 27"));
        paper.draw(path("M22.5 37.6 C24 %s 26 %s 27.5 37.6".formatted(38.2 + dice.unit(), 38.2 + dice.unit())));
        if (age > 45 && dice.chance(0.35) || dice.chance(0.25)) {
            paper.setStroke(new java.awt.BasicStroke(0.6f));
            paper.draw(new Ellipse2D.Double(17.6, 27.6, 6, 4.6));
            paper.draw(new Ellipse2D.Double(26.4, 27.6, 6, 4.6));
            paper.draw(path("M23.6 29.6 L26.4 29.6"));
        }
    }

    private static void fill(Graphics2D paper, Color color, java.awt.Shape shape) {
        paper.setColor(color);
        paper.fill(shape);
    }

    /** Reads the few commands of SVG paths used above, absolute only. */
    private static Path2D path(String commands) {
        var path = new Path2D.Double();
        Iterator<String> words = java.util.List.of(
                        commands.replaceAll("([MLCZ])", " $1 ").strip().split("\\s+"))
                .iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> path.moveTo(number(words), number(words));
                case "L" -> path.lineTo(number(words), number(words));
                case "C" ->
                    path.curveTo(
                            number(words), number(words), number(words), number(words), number(words), number(words));
                default -> path.closePath();
            }
        }
        return path;
    }

    private static double number(Iterator<String> words) {
        return Double.parseDouble(words.next());
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream(24_000);
        try (var stream = new javax.imageio.stream.MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.93f);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
