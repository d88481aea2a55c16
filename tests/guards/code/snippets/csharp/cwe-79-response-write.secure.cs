using System;
using System.Web;
using System.Web.UI;

public partial class Search : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        string q = Request.QueryString["q"];
        Response.Write("Results for " + HttpUtility.HtmlEncode(q));
    }
}
