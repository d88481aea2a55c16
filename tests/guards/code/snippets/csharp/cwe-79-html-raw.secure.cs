using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

public class CommentModel : PageModel
{
    public string Body { get; private set; }
    public void OnGet(string text)
    {
        Body = text;
    }
}
