using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class StaffController : ControllerBase
{
    private readonly XmlDocument _staff = new XmlDocument();

    [HttpGet("staff")]
    public IActionResult Find(string surname)
    {
        var nodes = _staff.SelectNodes("//employee[surname='" + surname + "']/phone");
        return Ok(nodes!.Count);
    }
}
