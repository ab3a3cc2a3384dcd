package clinic.appointments.priming;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * X.509 certificates of an authority and of a service below it, with the extensions that AWS's own have (RFC 5280):
 * each is read by classes of its own. The JDK reads certificates, and makes them only in {@code keytool}.
 */
final class LoopbackCertificate {

    private static final byte[] SHA256_WITH_RSA = Der.of(Der.SEQUENCE, hex("06092a864886f70d01010b0500"));
    private static final byte[] VERSION_3 = Der.of(Der.CONTEXT, Der.of(Der.INTEGER, hex("02")));
    private static final byte[] VALIDITY = Der.of(Der.SEQUENCE, Der.of(Der.UTC_TIME, text("000101000000Z")),
            Der.of(Der.GENERALIZED_TIME, text("29990101000000Z")));
    private static final byte[] KEY_ID = new byte[20];
    private static final String AUTHORITY = "authority";
    private static final byte[] ADDRESS = Der.of(Der.CONTEXT_URI, text("http://localhost/"));

    private LoopbackCertificate() {
    }

    static X509Certificate ofAuthority(KeyPair authority) throws GeneralSecurityException {
        return certificate(AUTHORITY, authority.getPublic(), authority,
                extension("551d13", Der.of(Der.SEQUENCE, hex("0101ff"))),
                extension("551d0e", Der.of(Der.OCTETS, KEY_ID)),
                extension("551d0f", hex("03020106")));
    }

    static X509Certificate ofService(String host, PublicKey key, KeyPair authority) throws GeneralSecurityException {
        return certificate(host, key, authority,
                extension("551d11", Der.of(Der.SEQUENCE, Der.of(Der.CONTEXT_DNS, text(host)))),
                extension("551d23", Der.of(Der.SEQUENCE, Der.of(Der.CONTEXT_BYTES, KEY_ID))),
                extension("551d0e", Der.of(Der.OCTETS, KEY_ID)),
                extension("551d0f", hex("030205a0")),
                extension("551d25", Der.of(Der.SEQUENCE, hex("06082b06010505070301"))),
                extension("551d1f",
                        Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, Der.of(Der.CONTEXT, Der.of(Der.CONTEXT, ADDRESS))))),
                extension("551d20", Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, hex("060667810c010201")))),
                extension("2b06010505070101",
                        Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, hex("06082b06010505073001"), ADDRESS))),
                extension("551d13", Der.of(Der.SEQUENCE)));
    }

    private static X509Certificate certificate(String subject, PublicKey key, KeyPair issuer, byte[]... extensions)
            throws GeneralSecurityException {
        byte[] content = Der.of(Der.SEQUENCE, VERSION_3, Der.of(Der.INTEGER, hex("01")), SHA256_WITH_RSA,
                name(AUTHORITY),
                VALIDITY, name(subject), key.getEncoded(),
                Der.of(Der.CONTEXT_EXTENSIONS, Der.of(Der.SEQUENCE, extensions)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(issuer.getPrivate());
        signature.update(content);
        byte[] whole = Der.of(Der.SEQUENCE, content, SHA256_WITH_RSA, Der.of(Der.BITS, hex("00"), signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    }

    /** A name with a common name only. */
    private static byte[] name(String common) {
        return Der.of(Der.SEQUENCE,
                Der.of(Der.SET, Der.of(Der.SEQUENCE, hex("0603550403"), Der.of(Der.UTF8, text(common)))));
    }

    private static byte[] extension(String id, byte[] value) {
        return Der.of(Der.SEQUENCE, Der.of(Der.OBJECT_ID, hex(id)), Der.of(Der.OCTETS, value));
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
