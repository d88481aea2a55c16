using System;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

public class SearchController : Controller
{
    private readonly ILogLines _lines;

    public SearchController(ILogLines lines) => _lines = lines;

    [HttpGet]
    public IActionResult Grep(string pattern)
    {
        var regex = new Regex(pattern);
        return Json(_lines.All().FindAll(l => regex.IsMatch(l)));
    }
}
