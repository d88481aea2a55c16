using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    private readonly AppDb _db;

    public AccountController(AppDb db) => _db = db;

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(RegisterForm form)
    {
        var user = new User { Name = form.Name, Email = form.Email, IsAdmin = false };
        _db.Users.Add(user);
        await _db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}
