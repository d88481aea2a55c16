using System;
using Microsoft.AspNetCore.Mvc;

public class JobsController : Controller
{
    public IActionResult Run(int id)
    {
        try
        {
            return Ok(Jobs.Start(id));
        }
        catch (Exception exception)
        {
            return StatusCode(500, exception.ToString());
        }
    }
}
