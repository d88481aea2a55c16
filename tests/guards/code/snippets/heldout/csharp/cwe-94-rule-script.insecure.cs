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
    public async Task<IActionResult> Preview([FromBody] RuleRequest request)
    {
        var value = await CSharpScript.EvaluateAsync<decimal>(request.Expression);
        return Ok(value);
    }
}
