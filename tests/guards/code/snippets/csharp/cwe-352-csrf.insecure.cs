using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[Authorize]
public class TransferController : Controller
{
    [HttpPost]
    [IgnoreAntiforgeryToken]
    public IActionResult Send(string to, decimal amount)
    {
        Bank.Transfer(User.Identity.Name, to, amount);
        return View();
    }
}
