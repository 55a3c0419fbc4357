import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * What every file of an installation is made of, by two digests. 核对清单
 *
 * <p>{@code SHA256SUMS} is what {@code sha256sum -c} reads everywhere; {@code SM3SUMS} is what {@code cksum -a sm3 -c} and
 * OpenSSL know. {@code --of FILE} prints both digests of one file.
 */
final class Digests {

    private static final int PIECE = 1 << 16;

    private record Pair(String sha256, String sm3) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("--of")) {
            var pair = of(Path.of(arguments[1]));
            System.out.println(pair.sha256 + " " + pair.sm3);
            return;
        }
        var folder = Path.of(arguments[0]);
        var sha256 = new StringBuilder();
        var sm3 = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).sorted().toList()) {
                var name = folder.relativize(file).toString();
                if (name.equals("SHA256SUMS") || name.equals("SM3SUMS")) continue;
                var pair = of(file);
                sha256.append(pair.sha256).append("  ").append(name).append('\n');
                sm3.append("SM3 (").append(name).append(") = ").append(pair.sm3).append('\n');
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sha256);
        Files.writeString(folder.resolve("SM3SUMS"), sm3);
    }

    private static Pair of(Path file) {
        try (var content = Files.newInputStream(file)) {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var sm3 = new SM3Digest();
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sha256.update(piece, 0, read);
                sm3.update(piece, 0, read);
            }
            var digest = new byte[sm3.getDigestSize()];
            sm3.doFinal(digest, 0);
            return new Pair(HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(digest));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
