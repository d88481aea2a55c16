using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

public static class BadgeHelper
{
    public static IHtmlContent Badge(this IHtmlHelper html, string label)
    {
        return new HtmlString("<span class='badge'>" + label + "</span>");
    }
}
