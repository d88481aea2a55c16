class Client {
    void Make() {
        var handler = new HttpClientHandler();
        // ruleid: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ruleid: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;
        // ruleid: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => { return true; };
        // ruleid: csharp-certificate-validation-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true;
        // ruleid: csharp-certificate-validation-off
        ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };
        // ruleid: csharp-certificate-validation-off
        var callback = new RemoteCertificateValidationCallback((s, c, ch, e) => true);
        // ruleid: csharp-certificate-validation-off
        var stream = new SslStream(inner, false, (s, c, ch, e) => true);
        // ok: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None;
        // ok: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => { if (e != SslPolicyErrors.None) return false; return true; };
        // handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;
    }

    // ruleid: csharp-certificate-validation-off
    static bool Accept(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) {
        Log(certificate.Subject);
        return true;
    }

    // ok: csharp-certificate-validation-off
    static bool Check(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) {
        return errors == SslPolicyErrors.None;
    }
}
