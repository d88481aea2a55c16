using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class PaymentsController : ControllerBase
{
    private readonly ILogger<PaymentsController> _logger;

    public PaymentsController(ILogger<PaymentsController> logger) => _logger = logger;

    [HttpPost("payments")]
    public IActionResult Pay([FromForm] string reference, [FromForm] decimal amount)
    {
        var clean = reference.Replace("\r", "").Replace("\n", "");
        _logger.LogInformation("Payment received, reference {Reference}", clean);
        return Accepted();
    }
}
