using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class UploadController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        if (Path.GetExtension(file.FileName) != ".png") return BadRequest();
        var path = Path.Combine("/srv/uploads", Guid.NewGuid() + ".png");
        using var stream = new FileStream(path, FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }
}
