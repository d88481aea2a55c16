using Microsoft.AspNetCore.Mvc;

public class ProfileController : Controller
{
    private readonly AppDb _db;
    public ProfileController(AppDb db) { _db = db; }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(ProfileInput input)
    {
        var user = await _db.Users.FindAsync(User.Id());
        user.DisplayName = input.DisplayName;
        await _db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}
