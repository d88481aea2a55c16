using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

public class CommentModel : PageModel
{
    public IHtmlContent Body { get; private set; }
    public void OnGet(string text)
    {
        Body = new HtmlString("<b>" + text + "</b>");
    }
}
