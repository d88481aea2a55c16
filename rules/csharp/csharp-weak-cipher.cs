class Example
{
    void Encrypt()
    {
        // ruleid: csharp-weak-cipher
        var a = DES.Create();
        // ruleid: csharp-weak-cipher
        aes.Mode = CipherMode.ECB;
        // ok: csharp-weak-cipher
        var b = new AesGcm(key);
        // ok: csharp-weak-cipher
        aes.Mode = CipherMode.CBC;
        // DES.Create()
    }
}
