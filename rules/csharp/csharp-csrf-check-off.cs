class Transfers : Controller {
    // ruleid: csharp-csrf-check-off
    [IgnoreAntiforgeryToken]
    public IActionResult Send(string to) {
        return View();
    }

    // ruleid: csharp-csrf-check-off
    [HttpPost("send")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> SendLater(string to) {
        return View();
    }

    void Setup(MvcOptions options) {
        // ruleid: csharp-csrf-check-off
        options.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        // ok: csharp-csrf-check-off
        options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
    }

    // ok: csharp-csrf-check-off
    [ValidateAntiForgeryToken]
    public IActionResult Right(string to) {
        return View();
        // [IgnoreAntiforgeryToken]
    }
}

// ruleid: csharp-csrf-check-off
[IgnoreAntiforgeryToken]
public class PayController : Controller {
    public IActionResult Pay(string to) {
        return View();
    }
}
