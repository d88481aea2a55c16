using Microsoft.AspNetCore.Html;

class Helpers
{
    IHtmlContent Badge(string label)
    {
        // ruleid: csharp-html-from-parts
        var a = new HtmlString("<b>" + label + "</b>");
        // ruleid: csharp-html-from-parts
        var b = Html.Raw("<b>" + label + "</b>");
        // ok: csharp-html-from-parts
        var c = new HtmlString("<b>fixed</b>");
        // ok: csharp-html-from-parts
        var d = new HtmlString("<b>" + HttpUtility.HtmlEncode(label) + "</b>");
        // new HtmlString("<b>" + label)
        return a;
    }
}

class GuestbookController : Controller {
    ContentResult Index() {
        var page = new StringBuilder("<ul>");
        foreach (var entry in db.Entries) {
            // ruleid: csharp-html-from-parts
            page.Append("<li>" + entry.Message + "</li>");
            // ruleid: csharp-html-from-parts
            page.Append($"<li>{entry.Message}</li>");
            // ok: csharp-html-from-parts
            page.Append("<li>" + HtmlEncoder.Default.Encode(entry.Message) + "</li>");
            // ok: csharp-html-from-parts
            page.Append("<li>" + entry.Id + "</li>");
        }
        // ruleid: csharp-html-from-parts
        ViewBag.Badge = new HtmlString($"<span class=\"badge {colour}\">{label}</span>");
        return Content(page.ToString(), "text/html");
    }
}
