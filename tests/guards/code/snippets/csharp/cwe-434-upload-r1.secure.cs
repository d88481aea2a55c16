using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class UploadController : Controller
{
    private readonly IWebHostEnvironment _env;
    private static readonly string[] Allowed = { ".png", ".jpg", ".pdf" };

    public UploadController(IWebHostEnvironment env) => _env = env;

    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var ext = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (!Allowed.Contains(ext) || file.Length > 5_000_000)
        {
            return BadRequest();
        }
        var path = Path.Combine(_env.ContentRootPath, "data", Guid.NewGuid().ToString("N") + ext);
        using (var stream = new FileStream(path, FileMode.Create))
        {
            await file.CopyToAsync(stream);
        }
        return Ok();
    }
}
