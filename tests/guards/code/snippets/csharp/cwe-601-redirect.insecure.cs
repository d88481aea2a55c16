using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    [HttpPost]
    public IActionResult Login(LoginModel model, string returnUrl)
    {
        if (!SignIn(model)) return Unauthorized();
        return Redirect(returnUrl);
    }
}
