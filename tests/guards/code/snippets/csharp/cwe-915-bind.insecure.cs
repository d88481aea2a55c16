using Microsoft.AspNetCore.Mvc;

public class ProfileController : Controller
{
    private readonly AppDb _db;
    public ProfileController(AppDb db) { _db = db; }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(User user)
    {
        _db.Users.Update(user);
        await _db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}
