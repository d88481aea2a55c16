using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/admin/users")]
[AllowAnonymous]
public class AdminUsersController : ControllerBase
{
    private readonly IUserRepository _users;

    public AdminUsersController(IUserRepository users)
    {
        _users = users;
    }

    [HttpDelete("{id}")]
    public IActionResult Delete(int id)
    {
        _users.Delete(id);
        return NoContent();
    }
}
