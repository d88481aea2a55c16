using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

public static class BadgeHelper
{
    public static IHtmlContent Badge(this IHtmlHelper html, string label)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass("badge");
        tag.InnerHtml.Append(label);
        return tag;
    }
}
