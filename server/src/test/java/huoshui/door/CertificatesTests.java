package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTests {

    static final Instant TODAY = Instant.parse("2026-10-09T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theServersCertificateIsSignedByTheHousesOwnAuthorityForTheNameAsked() throws Exception {
        var pair = at(TODAY).forHost("hr.lanjiang.example");
        var chain = read(pair.chain());
        var authority = read(pair.authority()).getFirst();
        chain.getFirst().verify(authority.getPublicKey());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(chain.getFirst().getSubjectAlternativeNames())
                .anySatisfy(each -> assertThat(each.get(1)).isEqualTo("hr.lanjiang.example"));
        for (var secret : List.of("ca.key", "server.key"))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls", secret))))
                    .isEqualTo("rw-------");
    }

    @Test
    void itIsKeptUntilItIsAboutToEndAndThenRenewedUnderTheSameAuthority() throws Exception {
        var pair = at(TODAY).forHost("localhost");
        var first = read(pair.chain());
        assertThat(read(at(TODAY.plus(Duration.ofDays(300)))
                        .forHost("localhost")
                        .chain()))
                .isEqualTo(first);
        var renewed =
                read(at(TODAY.plus(Duration.ofDays(380))).forHost("localhost").chain());
        assertThat(renewed.getFirst()).isNotEqualTo(first.getFirst());
        assertThat(renewed.getLast()).isEqualTo(first.getLast());
    }

    private Certificates at(Instant now) {
        return new Certificates(DataFolder.open(folder), now);
    }

    private static List<X509Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (var content = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
