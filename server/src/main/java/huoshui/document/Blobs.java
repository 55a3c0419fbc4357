package huoshui.document;

import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.seal.Seals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Attachments under DATA/blobs, named by the SM3 of their bytes and sealed: checked for what they are, on disk before any row
 * that names them commits, never changed afterwards. 附件原件
 */
@Component
public class Blobs {

    private final BlobFolder folder;
    private final Seals seals;
    private final Clock clock;

    Blobs(@Value("${huoshui.data}") Path data, Seals seals, Clock clock) {
        this.folder = new BlobFolder(data.resolve("blobs"));
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Keeps these bytes, and of a picture its smaller sizes.
     *
     * @return their digest, 64 hexadecimal characters
     * @throws Refusal {@code active-content}, {@code unknown-content}
     */
    public String keep(byte[] bytes) {
        var content = Content.of(bytes);
        var digest = HexFormat.of().formatHex(Sm3.of(bytes));
        try {
            if (folder.touch(digest, clock.instant())) return digest;
            folder.write(digest, seals.seal(bound(digest), bytes), true);
            if (content.picture()) keepSizes(digest, bytes);
            return digest;
        } catch (IOException broken) {
            throw new UncheckedIOException("附件未能写入数据目录，请检查磁盘空间和权限", broken);
        }
    }

    /**
     * Made again whenever they are missing, as after a restoration, so they need not outlast a power failure. A picture that was
     * discarded meanwhile has none: whoever discards takes the picture first and its sizes after it, so that either they are
     * found gone here or found there.
     */
    private Map<PictureSize, byte[]> keepSizes(String digest, byte[] bytes) throws IOException {
        var sizes = Pictures.smaller(bytes);
        for (var each : sizes.entrySet()) {
            var name = digest + each.getKey().ending();
            folder.write(name, seals.seal(bound(name), each.getValue()), false);
        }
        if (!folder.has(digest)) discardSizes(digest);
        return sizes;
    }

    private void discardSizes(String digest) throws IOException {
        for (var size : PictureSize.values()) folder.discard(digest + size.ending());
    }

    /**
     * The bytes with this digest; empty when they were never kept.
     *
     * @throws Refusal {@code seal-broken} when the file was changed or exchanged
     */
    public Optional<byte[]> find(String digest) {
        return read(digest);
    }

    /** A picture in this size, as JPEG; empty when it is not larger than that, or no picture. */
    public Optional<byte[]> find(String digest, PictureSize size) {
        var kept = read(digest + size.ending());
        if (kept.isPresent()) return kept;
        return read(digest)
                .flatMap(each -> Optional.ofNullable(made(digest, each).get(size)));
    }

    private Map<PictureSize, byte[]> made(String digest, byte[] bytes) {
        try {
            return keepSizes(digest, bytes);
        } catch (IOException full) {
            // Looking at a picture needs no room on disk.
            return Pictures.smaller(bytes);
        }
    }

    private Optional<byte[]> read(String name) {
        try {
            return folder.read(name).map(each -> seals.open(bound(name), each));
        } catch (IOException broken) {
            throw new UncheckedIOException("附件读不出，请检查数据目录的权限", broken);
        }
    }

    /**
     * Removes what was kept under this digest, for good and at once: only where the law asks for it and no row names it any
     * more. 抹除附件
     */
    public void discard(String digest) {
        try {
            folder.discard(digest);
            discardSizes(digest);
        } catch (IOException broken) {
            throw new UncheckedIOException("附件未能删除，请检查数据目录的权限", broken);
        }
    }

    BlobFolder folder() {
        return folder;
    }

    private static byte[] bound(String name) {
        return ("blob " + name).getBytes(StandardCharsets.UTF_8);
    }
}
