class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-hardcoded-connection-password
        var a = new SqlConnection("Server=db;User Id=app;Password=hunter2;");
        // ruleid: csharp-hardcoded-connection-password
        string b = "Host=db;Username=app;Password=hunter2";
        // ok: csharp-hardcoded-connection-password
        var c = new SqlConnection(configuration.GetConnectionString("main"));
        // ok: csharp-hardcoded-connection-password
        var d = new SqlConnection("Server=db;Integrated Security=true;");
        // ok: csharp-hardcoded-connection-password
        // var a = new SqlConnection("Server=db;User Id=app;Password=hunter2;");
    }
}
