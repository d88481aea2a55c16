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
