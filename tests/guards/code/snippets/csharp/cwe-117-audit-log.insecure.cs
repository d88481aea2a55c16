using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class PaymentsController : ControllerBase
{
    private readonly ILogger<PaymentsController> _logger;

    public PaymentsController(ILogger<PaymentsController> logger) => _logger = logger;

    [HttpPost("payments")]
    public IActionResult Pay([FromForm] string reference, [FromForm] decimal amount)
    {
        _logger.LogInformation("Payment received, reference " + reference);
        return Accepted();
    }
}
