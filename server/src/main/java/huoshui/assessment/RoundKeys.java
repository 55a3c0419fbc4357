package huoshui.assessment;

import huoshui.kernel.Canonical;
import huoshui.kernel.Lasting;
import huoshui.kernel.seal.KeyFile;
import huoshui.kernel.seal.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of each open round: a file beside the master key, outside database, data folder and backups. Codes are kept as its keyed
 * digests and ballots under its cipher, so that with the file everything they left in tables, write-ahead log and backups is
 * gone as well. 票钥
 */
@Component
class RoundKeys {

    private static final String ENDS = ".key";
    private static final String GONE = ".gone";
    private static final int ID = 36;
    private static final int BLOCK = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    RoundKeys(@Value("${huoshui.keys}") Path keys) {
        this.folder = keys.resolve("rounds");
    }

    void make(UUID round) {
        file(round).make();
    }

    Optional<RoundKey> of(UUID round) {
        return file(round).read().map(secret -> new RoundKey(round, secret));
    }

    /** Rounds whose key is still there. */
    List<UUID> held() {
        return named(ENDS);
    }

    /** Rounds whose key is gone while their tables are still to be written anew. */
    List<UUID> unswept() {
        return named(GONE);
    }

    /** Whether there is anything at all. */
    boolean anything() {
        return !files().isEmpty();
    }

    private List<UUID> named(String ends) {
        var all = new ArrayList<UUID>();
        for (var each : files()) {
            var name = String.valueOf(each.getFileName());
            if (name.length() == ID + ends.length() && name.endsWith(ends))
                all.add(UUID.fromString(name.substring(0, ID)));
        }
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes over it, so that it is on no disk that keeps no old blocks, and leaves a mark until it is {@linkplain #forgotten forgotten}. */
    void destroy(UUID round) {
        var file = file(round).file();
        if (!Files.exists(file)) return;
        try {
            overwrite(file);
            Files.move(file, mark(round), StandardCopyOption.ATOMIC_MOVE);
            Lasting.settle(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Nothing of its ballots is left in any table: the mark goes as well. */
    void forgotten(UUID round) {
        try {
            Files.deleteIfExists(mark(round));
            Lasting.settle(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What a stop left of keys that were being made; to be called while nobody makes one. */
    void sweepDrafts() {
        try {
            for (var each : files()) {
                if (!String.valueOf(each.getFileName()).contains(ENDS + ".")) continue;
                // Of a key that is in use this is a second name for the same bytes: then only the name goes.
                if (Integer.valueOf(1).equals(Files.getAttribute(each, "unix:nlink"))) overwrite(each);
                Files.delete(each);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void overwrite(Path file) throws IOException {
        var noise = new byte[Math.toIntExact(Files.size(file))];
        RANDOM.nextBytes(noise);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise));
            channel.force(true);
        }
    }

    private Path mark(UUID round) {
        return folder.resolve(round + GONE);
    }

    private KeyFile file(UUID round) {
        return new KeyFile(folder.resolve(round + ENDS));
    }

    /** One round's key. */
    static final class RoundKey {

        private final UUID round;
        private final Suite suite = Suite.usual();
        private final byte[] codes;
        private final Suite.Cipher cipher;

        RoundKey(UUID round, byte[] secret) {
            this.round = round;
            this.codes = suite.mac(secret, "codes".getBytes(StandardCharsets.US_ASCII));
            var ballots = suite.mac(secret, "ballots".getBytes(StandardCharsets.US_ASCII));
            this.cipher = suite.cipher(Arrays.copyOf(ballots, suite.keyLength()));
        }

        /** What is kept of a code. */
        byte[] digest(SlipCode code) {
            return suite.mac(codes, new Canonical().add(round).add(code.text()).bytes());
        }

        /** Sealed to this code, and as long as most others: lengths tell nothing of what was written. */
        byte[] seal(byte[] code, String ballot) {
            var text = ballot.getBytes(StandardCharsets.UTF_8);
            int blocks = (text.length + Integer.BYTES + BLOCK - 1) / BLOCK;
            var plain = ByteBuffer.allocate(Integer.highestOneBit(Math.max(1, 2 * blocks - 1)) * BLOCK)
                    .putInt(text.length)
                    .put(text)
                    .array();
            var nonce = new byte[Suite.NONCE];
            RANDOM.nextBytes(nonce);
            var sealed = cipher.encrypt(nonce, bound(code), plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        }

        String open(byte[] code, byte[] stored) {
            var nonce = Arrays.copyOf(stored, Suite.NONCE);
            try {
                var plain = ByteBuffer.wrap(
                        cipher.decrypt(nonce, bound(code), Arrays.copyOfRange(stored, Suite.NONCE, stored.length)));
                var text = new byte[plain.getInt()];
                plain.get(text);
                return new String(text, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException tampered) {
                throw new IllegalStateException("a ballot that is not what was handed in", tampered);
            }
        }

        private byte[] bound(byte[] code) {
            return new Canonical().add(round).add(code).bytes();
        }
    }
}
