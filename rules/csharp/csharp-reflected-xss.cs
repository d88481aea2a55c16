class Example
{
    void Hello()
    {
        var name = Request.Query["name"];
        // ruleid: csharp-reflected-xss
        Response.Write("<h1>" + name + "</h1>");
        // ruleid: csharp-reflected-xss
        var raw = Html.Raw(name);
        // ok: csharp-reflected-xss
        Response.Write(HttpUtility.HtmlEncode(name));
        // ok: csharp-reflected-xss
        Response.Write("<h1>Hello</h1>");
        // Response.Write(name)
    }
}
