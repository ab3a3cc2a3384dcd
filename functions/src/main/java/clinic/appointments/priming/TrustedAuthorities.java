package clinic.appointments.priming;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The authorities that the JDK trusts. It reads the names of all of them when it checks its first certificate, which
 * takes longer than the rest of a TLS handshake, and keeps them.
 */
final class TrustedAuthorities {

    private TrustedAuthorities() {
    }

    /** Checks a certificate that none of them has signed. */
    static void refuse(X509Certificate stranger) throws GeneralSecurityException {
        try {
            jdk().checkServerTrusted(new X509Certificate[]{stranger}, stranger.getPublicKey().getAlgorithm());
            throw new IllegalStateException("an authority trusts the certificate of the priming");
        } catch (CertificateException refused) {
            // As it must be.
        }
    }

    private static X509TrustManager jdk() throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        return Stream.of(managers.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast).findFirst().orElseThrow();
    }
}
