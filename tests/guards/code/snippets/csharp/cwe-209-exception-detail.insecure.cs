using System;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

[ApiController]
[Route("api/reports")]
public class ReportsController : ControllerBase
{
    private readonly IReportService _reports;
    private readonly ILogger<ReportsController> _logger;

    public ReportsController(IReportService reports, ILogger<ReportsController> logger)
    {
        _reports = reports;
        _logger = logger;
    }

    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        try
        {
            return Ok(_reports.Build(id));
        }
        catch (Exception ex)
        {
            return StatusCode(500, ex.ToString());
        }
    }
}
