class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-ldap-injection
        searcher.Filter = "(uid=" + q + ")";
        // ruleid: csharp-ldap-injection
        var a = new DirectorySearcher($"(uid={q})");
        // ok: csharp-ldap-injection
        third.Filter = "(objectClass=user)";
        // ok: csharp-ldap-injection
        other.Filter = "(uid=" + Encoder.LdapFilterEncode(q) + ")";
        // ok: csharp-ldap-injection
        // searcher.Filter = "(uid=" + q + ")";
    }
}
