package huoshui.document.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * A picture that can be printed: read to its end before it is put on paper. 照片
 *
 * @param png false for JPEG
 */
public record Picture(byte[] bytes, boolean png, int width, int height) {

    private static final int MOST = 8000;

    /** Empty when it is no picture, a broken one, or of an unreasonable size. */
    public static Optional<Picture> read(byte[] bytes) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(stream);
                var format = reader.getFormatName();
                boolean png = format.equalsIgnoreCase("png");
                if (!png && !format.equalsIgnoreCase("jpeg")) return Optional.empty();
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > MOST || height > MOST || !whole(reader)) return Optional.empty();
                return Optional.of(new Picture(bytes, png, width, height));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Readers only warn of a file that ends early. */
    private static boolean whole(ImageReader reader) throws IOException {
        var warned = new boolean[1];
        IIOReadWarningListener ear = (ImageReader source, @Nullable String warning) -> warned[0] = true;
        reader.addIIOReadWarningListener(ear);
        reader.read(0);
        return !warned[0];
    }
}
