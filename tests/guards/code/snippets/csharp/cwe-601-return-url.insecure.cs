using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    [HttpPost]
    public IActionResult Login(LoginModel model, string returnUrl)
    {
        if (!ModelState.IsValid) return View(model);
        return Redirect(returnUrl);
    }
}
