void example()
{
    // ruleid: cpp-certificate-check-off
    reply->ignoreSslErrors();
    // ruleid: cpp-certificate-check-off
    context.set_verify_mode(ssl::verify_none);
    // ok: cpp-certificate-check-off
    context.set_verify_mode(ssl::verify_peer);
    // ok: cpp-certificate-check-off
    client.enable_server_certificate_verification(true);
    // ok: cpp-certificate-check-off
    // reply->ignoreSslErrors();
}
