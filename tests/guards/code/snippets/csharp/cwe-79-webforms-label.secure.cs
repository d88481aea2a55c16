using System;
using System.Web;
using System.Web.UI;

public partial class Welcome : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        string user = Request.QueryString["user"];
        if (!string.IsNullOrEmpty(user))
        {
            welcomeLabel.Text = "Welcome back, <b>" + HttpUtility.HtmlEncode(user) + "</b>";
        }
    }
}
