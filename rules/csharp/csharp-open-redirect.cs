class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-open-redirect
        var a = Redirect(q);
        // ruleid: csharp-open-redirect
        Response.Redirect("https://" + q);
        // ok: csharp-open-redirect
        Response.Redirect("/home");
        // ok: csharp-open-redirect
        Response.Redirect("/find?q=" + Uri.EscapeDataString(q));
        // ok: csharp-open-redirect
        LocalRedirect(q);
        // ok: csharp-open-redirect
        // var a = Redirect(q);
    }
}
