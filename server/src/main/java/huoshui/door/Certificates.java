package huoshui.door;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The house's own small certificate authority and the certificate it gives its server, below {@code tls}. 证书
 *
 * <p>The authority lasts ten years, so that it is installed on the office's machines once; the server's certificate lasts 397
 * days, the longest browsers accept, and is made anew 30 days before its end or when the machine has got another name.
 */
final class Certificates {

    private static final Duration AUTHORITY = Duration.ofDays(3650);
    private static final Duration SERVER = Duration.ofDays(397);
    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final int DNS = GeneralName.dNSName;
    private static final int ADDRESS = GeneralName.iPAddress;

    private final Path folder;
    private final Instant now;

    /** @param chain the server's certificate and its authority's, PEM */
    record Pair(Path chain, Path key, Path authority) {}

    Certificates(DataFolder data, Instant now) {
        this.folder = data.of("tls");
        this.now = now;
    }

    /** The certificate for this host name or address, made when there is none that will do. */
    Pair forHost(String host) {
        try {
            Files.createDirectories(folder, DataFolder.onlyMe("rwx------"));
            var pair = new Pair(folder.resolve("server.crt"), folder.resolve("server.key"), folder.resolve("ca.crt"));
            if (!Files.exists(pair.authority())) makeAuthority(pair.authority());
            if (!Files.exists(pair.chain()) || !willDo(pair.chain(), host)) makeServer(pair, host);
            return pair;
        } catch (IOException failed) {
            throw DataFolder.unreadable(folder, failed);
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new Unfit("不能准备 HTTPS 证书：%s 里的文件损坏。请移走该文件夹后重新启动，或用 --cert 与 --key 指定证书。".formatted(folder), broken);
        }
    }

    private boolean willDo(Path chain, String host) throws IOException, GeneralSecurityException {
        var certificate = certificate(chain);
        if (certificate.getNotAfter().toInstant().isBefore(now.plus(RENEWAL))) return false;
        var alternatives = certificate.getSubjectAlternativeNames();
        return alternatives != null
                && alternatives.stream()
                        .map(each -> String.valueOf(each.get(1)))
                        .collect(Collectors.toSet())
                        .containsAll(names(host));
    }

    private void makeAuthority(Path file) throws IOException, GeneralSecurityException, OperatorCreationException {
        var keys = keys();
        var name = new X500Name("CN=Huoshui " + InetAddress.getLocalHost().getHostName() + " CA");
        var builder = builder(name, name, AUTHORITY, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        var made = signed(builder, keys.getPrivate());
        DataFolder.writePrivately(
                folder.resolve("ca.key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        DataFolder.writePrivately(file, pem("CERTIFICATE", made.getEncoded()));
    }

    private void makeServer(Pair pair, String host)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var authority = certificate(pair.authority());
        var keys = keys();
        var issuer = X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, new X500Name("CN=Huoshui"), SERVER, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(host));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey()));
        var made = signed(builder, privateKey(folder.resolve("ca.key")));
        DataFolder.writePrivately(
                pair.key(), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        DataFolder.writePrivately(
                pair.chain(), pem("CERTIFICATE", made.getEncoded()) + pem("CERTIFICATE", authority.getEncoded()));
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, Duration lasting, PublicKey key)
            throws IOException, GeneralSecurityException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(lasting)),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority)));
    }

    private static GeneralNames alternatives(String host) throws IOException {
        return new GeneralNames(names(host).stream()
                .map(each -> new GeneralName(isAddress(each) ? ADDRESS : DNS, each))
                .toArray(GeneralName[]::new));
    }

    /** What colleagues may type: the host asked for, this machine's name, and its addresses. */
    private static Set<String> names(String host) throws IOException {
        var names = new TreeSet<>(
                List.of("localhost", "127.0.0.1", InetAddress.getLocalHost().getHostName()));
        if (!host.equals("0.0.0.0") && !host.equals("::")) names.add(host);
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> each.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .forEach(names::add);
        return names;
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9.]+");
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var content = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static String pem(String kind, byte[] content) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
    }
}
