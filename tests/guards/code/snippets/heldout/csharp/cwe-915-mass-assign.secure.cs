using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/documents")]
public class DocumentsController : ControllerBase
{
    private readonly AppDbContext _db;

    public DocumentsController(AppDbContext db) => _db = db;

    [HttpGet("{id}")]
    public async Task<IActionResult> Get(int id)
    {
        var doc = await _db.Documents.FindAsync(id);
        if (doc == null)
        {
            return NotFound();
        }
        if (doc.OwnerName != User.Identity!.Name)
        {
            return Forbid();
        }
        return Ok(doc);
    }
}
