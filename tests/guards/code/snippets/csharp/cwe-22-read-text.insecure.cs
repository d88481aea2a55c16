using Microsoft.AspNetCore.Builder;

var app = WebApplication.Create(args);
app.MapGet("/notes/{name}", (string name) =>
{
    return File.ReadAllText("notes/" + name + ".txt");
});
app.Run();
