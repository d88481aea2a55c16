using Microsoft.AspNetCore.Mvc;

public class TransferController : Controller
{
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Send(TransferModel model)
    {
        Bank.Transfer(model);
        return RedirectToAction("Done");
    }
}
