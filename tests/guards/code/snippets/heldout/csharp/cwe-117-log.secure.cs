using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class SignInController : Controller
{
    private readonly ILogger<SignInController> _logger;

    public SignInController(ILogger<SignInController> logger) => _logger = logger;

    [HttpPost]
    public IActionResult Post([FromForm] string user)
    {
        _logger.LogWarning("failed login of {User}", user.Replace("\n", "").Replace("\r", ""));
        return Unauthorized();
    }
}
