using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

[ApiController]
[Route("rules")]
public class DiscountRulesController : ControllerBase
{
    public class RuleRequest
    {
        public string Expression { get; set; } = "";
        public decimal Amount { get; set; }
    }

    [HttpPost("preview")]
    public IActionResult Preview([FromBody] RuleRequest request)
    {
        var value = request.Expression switch
        {
            "ten-percent" => request.Amount * 0.9m,
            "half" => request.Amount * 0.5m,
            _ => request.Amount
        };
        return Ok(value);
    }
}
