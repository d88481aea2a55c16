class Example
{
    void Connect()
    {
        // ruleid: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ruleid: csharp-certificate-validation-off
        ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true;
        // ok: csharp-certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = Check;
        // ok: csharp-certificate-validation-off
        handler.CheckCertificateRevocationList = true;
        // ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true
    }
}
