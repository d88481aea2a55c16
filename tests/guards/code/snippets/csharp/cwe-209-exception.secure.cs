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
            Log.Error(exception, "job {Id}", id);
            return StatusCode(500, "internal error");
        }
    }
}
