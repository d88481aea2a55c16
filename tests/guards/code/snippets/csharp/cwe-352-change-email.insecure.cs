using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[Authorize]
public class ProfileController : Controller
{
    private readonly IProfileService _profiles;

    public ProfileController(IProfileService profiles)
    {
        _profiles = profiles;
    }

    [HttpPost]
    [IgnoreAntiforgeryToken]
    public IActionResult ChangeEmail(string email)
    {
        _profiles.SetEmail(User.Identity!.Name!, email);
        return RedirectToAction("Index");
    }
}
