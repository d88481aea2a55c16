using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    private readonly AppDb _db;

    public AccountController(AppDb db) => _db = db;

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(User user)
    {
        _db.Users.Add(user);
        await _db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}
