package huoshui.document;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes a picture smaller, once for all sizes. 照片缩制 */
final class Pictures {

    /** Beyond this many pixels a file is a trap or a scan, not a portrait. */
    static final long MOST_PIXELS = 60_000_000;

    private static final float QUALITY = 0.82f;

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /** Every size that is smaller than the picture itself; none when it is no picture that can be read. */
    static Map<PictureSize, byte[]> smaller(byte[] bytes) {
        var made = new EnumMap<PictureSize, byte[]>(PictureSize.class);
        try {
            var large = read(bytes, PictureSize.LARGE.width());
            if (large.isEmpty()) return made;
            for (var size : PictureSize.values()) {
                var drawn = drawn(large.get(), size.width());
                if (drawn.isPresent()) made.put(size, jpeg(drawn.get()));
            }
            return made;
        } catch (IOException | RuntimeException unreadable) {
            // What others drew may be broken in any way; it is kept and given back as it came, and shown as it is.
            return Map.of();
        }
    }

    /** How large it is, as its head says; empty where that cannot be read. */
    static Optional<PictureFile.Size> measured(byte[] bytes) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new PictureFile.Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Whether there is a picture to be seen in it. */
    static boolean readable(byte[] bytes) {
        try {
            return read(bytes, PictureSize.LARGE.width()).isPresent();
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /** Reads no more pixels than the largest size needs, twice over. */
    private static Optional<BufferedImage> read(byte[] bytes, int width) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) return Optional.empty();
                var how = reader.getDefaultReadParam();
                int step = Math.max(1, reader.getWidth(0) / (2 * width));
                how.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, how));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<BufferedImage> drawn(BufferedImage picture, int width) {
        if (picture.getWidth() <= width) return Optional.empty();
        int height = Math.max(1, Math.round(picture.getHeight() * (width / (float) picture.getWidth())));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = smaller.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return Optional.of(smaller);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
