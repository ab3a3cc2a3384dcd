package clinic.appointments.priming;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate of the services that answer from memory, and the trust in it. Its key is made anew for each priming
 * and never stored; nothing but the clients of the priming trusts it.
 *
 * @param trustManagers trust in the authority that signed it
 */
record LoopbackIdentity(SSLContext serverContext, List<TrustManager> trustManagers) {

    /** As long as the keys of AWS's own certificates. */
    private static final int KEY_BITS = 2048;
    private static final char[] NO_PASSWORD = {};

    static LoopbackIdentity of(String host) throws GeneralSecurityException, IOException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(KEY_BITS);
        KeyPair authority = keys.generateKeyPair();
        KeyPair service = keys.generateKeyPair();
        X509Certificate root = LoopbackCertificate.ofAuthority(authority);
        X509Certificate leaf = LoopbackCertificate.ofService(host, service.getPublic(), authority);
        TrustedAuthorities.refuse(leaf);
        return new LoopbackIdentity(serverContext(service, leaf, root), trust(root));
    }

    private static SSLContext serverContext(KeyPair key, Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry("service", key.getPrivate(), NO_PASSWORD, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static List<TrustManager> trust(Certificate root) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", root);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return List.of(managers.getTrustManagers());
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
