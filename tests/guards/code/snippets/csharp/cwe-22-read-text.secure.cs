using Microsoft.AspNetCore.Builder;

var app = WebApplication.Create(args);
app.MapGet("/notes/{name}", (string name) =>
{
    return File.ReadAllText("notes/" + Path.GetFileName(name) + ".txt");
});
app.Run();
