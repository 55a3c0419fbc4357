package huoshui.backup;

import huoshui.backup.Manifest.Member;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup on disk, as it is read. 备份文件 */
public final class BackupFile {

    private static final int LARGEST_MANIFEST = 512 << 20;

    private final Path path;
    private final Manifest manifest;
    private final byte[] text;
    private final String seal;

    private BackupFile(Path path, Manifest manifest, byte[] text, String seal) {
        this.path = path;
        this.manifest = manifest;
        this.text = text;
        this.seal = seal;
    }

    /** Does something with a member, given its name and bytes. */
    interface Reader {
        void member(String name, byte[] bytes) throws IOException;
    }

    /**
     * Reads all of it and holds every member against the manifest.
     *
     * @throws Refusal {@code backup-unreadable}, {@code backup-incomplete}, {@code backup-broken}, {@code backup-newer}
     */
    public static BackupFile check(Path path) {
        byte @Nullable [] manifest = null;
        @Nullable String seal = null;
        var found = new ArrayList<Member>();
        try (var tar = open(path)) {
            for (var each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
                switch (each.getName()) {
                    case Manifest.NAME -> manifest = tar.readNBytes(LARGEST_MANIFEST);
                    case Manifest.SEAL -> seal = new String(tar.readNBytes(256), StandardCharsets.US_ASCII);
                    default -> found.add(digested(each.getName(), tar));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw because("backup-unreadable", "备份读不出：%s 不是备份文件，或已被截断、损坏。请改用另一份备份。".formatted(path), broken);
        }
        if (manifest == null || seal == null)
            throw Refusal.input("backup-incomplete", "备份不完整：%s 没有备份清单，可能没有写完或被截断。请改用另一份备份。".formatted(path));
        var file = new BackupFile(path, read(manifest), manifest, seal);
        file.compare(found);
        return file;
    }

    private static Manifest read(byte[] text) {
        try {
            var format = JsonMapper.shared().readTree(text).path("format").asInt();
            if (format > Manifest.FORMAT)
                throw Refusal.input("backup-newer", "打不开备份：它由较新的程序所作（格式 %d）。请改用作备份时的程序版本，或更新的版本。".formatted(format));
            return JsonMapper.shared().readValue(text, Manifest.class);
        } catch (JacksonException broken) {
            throw because("backup-broken", "备份已损坏：备份清单读不出。请改用另一份备份。", broken);
        }
    }

    private void compare(List<Member> found) {
        var wanted = manifest.members();
        for (int i = 0; i < Math.min(found.size(), wanted.size()); i++) {
            if (!found.get(i).equals(wanted.get(i)))
                throw Refusal.input(
                        "backup-broken",
                        "备份已损坏：成员 %s 与备份清单所记不符。请改用另一份备份。".formatted(found.get(i).name()));
        }
        if (found.size() != wanted.size())
            throw Refusal.input(
                    "backup-broken", "备份已损坏：清单记有 %d 个成员，现有 %d 个。请改用另一份备份。".formatted(wanted.size(), found.size()));
    }

    private static Member digested(String name, InputStream in) throws IOException {
        var digest = new SM3Digest();
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            digest.update(buffer, 0, got);
            length += got;
        }
        var out = new byte[Sm3.LENGTH];
        digest.doFinal(out, 0);
        return new Member(name, length, HexFormat.of().formatHex(out));
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * The keys in it, once it is sure that the manifest is the one that was written.
     *
     * @throws Refusal {@code passphrase-wrong}, {@code backup-broken}
     */
    Passphrase.Keys unlock(Passphrase passphrase) {
        var keys = passphrase.unlock(manifest.keys());
        if (!HexFormat.of().formatHex(Sm3.mac(keys.content(), text)).equals(seal))
            throw Refusal.input("backup-broken", "备份已损坏：备份清单被改动过。请改用另一份备份。");
        return keys;
    }

    /** Whether this passphrase opens it and the manifest is as it was written. */
    public void require(Passphrase passphrase) {
        unlock(passphrase);
    }

    /** Every member in order, but the manifest. */
    void each(Reader reader) throws IOException {
        try (var tar = open(path)) {
            for (var each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
                if (each.getName().startsWith("manifest.")) continue;
                reader.member(each.getName(), tar.readAllBytes());
            }
        }
    }

    private static TarArchiveInputStream open(Path path) throws IOException {
        return new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20));
    }

    private static Refusal because(String code, String message, Exception cause) {
        var refusal = Refusal.input(code, message);
        refusal.initCause(cause);
        return refusal;
    }
}
