using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var docs = Path.GetFullPath("docs");

app.MapGet("/docs/{name}", (string name) =>
{
    var path = Path.GetFullPath(Path.Combine(docs, name));
    if (!path.StartsWith(docs + Path.DirectorySeparatorChar))
    {
        return Results.NotFound();
    }
    return File.Exists(path) ? Results.Text(File.ReadAllText(path)) : Results.NotFound();
});

app.Run();
