using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class AuditController : Controller
{
    private readonly ILogger<AuditController> _logger;
    public AuditController(ILogger<AuditController> logger) { _logger = logger; }

    [HttpPost]
    public IActionResult Note([FromForm] string user)
    {
        _logger.LogInformation("failed login for " + user.Replace("\n", "").Replace("\r", ""));
        return NoContent();
    }
}
