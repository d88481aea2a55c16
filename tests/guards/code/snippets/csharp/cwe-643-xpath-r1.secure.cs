using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class StaffController : ControllerBase
{
    private readonly XmlDocument _staff = new XmlDocument();

    [HttpGet("staff")]
    public IActionResult Find(string surname)
    {
        int count = 0;
        foreach (XmlNode node in _staff.SelectNodes("//employee")!)
        {
            if (node["surname"]?.InnerText == surname)
            {
                count++;
            }
        }
        return Ok(count);
    }
}
