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
// ok: java-trust-all-certificates
// public void checkServerTrusted(X509Certificate[] chain, String type) { }
