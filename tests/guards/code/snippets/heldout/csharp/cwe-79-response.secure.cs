using System;
using System.Web;

public partial class Search : System.Web.UI.Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        string query = Request.QueryString["q"];
        if (!string.IsNullOrEmpty(query))
        {
            Response.Write("<p>Results for " + HttpUtility.HtmlEncode(query) + "</p>");
        }
    }
}
