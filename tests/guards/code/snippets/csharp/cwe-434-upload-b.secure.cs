using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class UploadController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file)
    {
        var path = Path.Combine("wwwroot", "uploads", Guid.NewGuid() + ".png");
        using var stream = System.IO.File.Create(path);
        await file.CopyToAsync(stream);
        return Ok();
    }
}
