class First implements X509TrustManager {
    // ruleid: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) { }
}
class Second implements X509TrustManager {
    // ruleid: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] certs, String authType) {}
}
class Third implements X509TrustManager {
    // ok: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) { inner.checkServerTrusted(chain, type); }
    // ok: java-trust-all-certificates
    public void checkClientTrusted(X509Certificate[] chain, String type) { inner.checkClientTrusted(chain, type); }
}
class Fourth implements X509TrustManager {
    // ruleid: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        log.debug("certificate of {}", chain[0].getSubjectX500Principal());
    }
}
class Fifth implements X509TrustManager {
    // ok: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!pins.contains(chain[0].getPublicKey())) {
            throw new CertificateException("unknown key");
        }
    }
}
// ok: java-trust-all-certificates
// public void checkServerTrusted(X509Certificate[] chain, String type) { }
