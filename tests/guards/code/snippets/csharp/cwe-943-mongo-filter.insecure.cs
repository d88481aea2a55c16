using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

[ApiController]
public class UserSearchController : ControllerBase
{
    private readonly IMongoCollection<BsonDocument> _users;

    public UserSearchController(IMongoCollection<BsonDocument> users) => _users = users;

    [HttpGet("users")]
    public IActionResult Find([FromQuery] string email)
    {
        var filter = BsonDocument.Parse("{ email: '" + email + "' }");
        return Ok(_users.Find(filter).ToList());
    }
}
