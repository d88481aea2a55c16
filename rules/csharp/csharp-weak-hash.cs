class Example
{
    void Digest()
    {
        // ruleid: csharp-weak-hash
        var a = MD5.Create();
        // ruleid: csharp-weak-hash
        var b = new SHA1Managed();
        // ok: csharp-weak-hash
        var c = SHA256.Create();
        // ok: csharp-weak-hash
        var d = SHA512.HashData(data);
        // MD5.Create()
    }
}
