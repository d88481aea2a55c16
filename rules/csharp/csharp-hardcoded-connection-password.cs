class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-hardcoded-connection-password
        var a = new SqlConnection("Server=db;User Id=app;Password=hunter2;");
        // ruleid: csharp-hardcoded-connection-password
        string b = "Host=db;Username=app;Password=hunter2";
        // ruleid: csharp-hardcoded-connection-password
        options.UseSqlServer("Server=db;Database=shop;User Id=sa;Password=hunter2;");
        // ruleid: csharp-hardcoded-connection-password
        var e = new MongoClient("mongodb://app:hunter2@db:27017");
        // ok: csharp-hardcoded-connection-password
        var c = new SqlConnection(configuration.GetConnectionString("main"));
        // ok: csharp-hardcoded-connection-password
        var d = new SqlConnection("Server=db;Integrated Security=true;");
        // ok: csharp-hardcoded-connection-password
        // var a = new SqlConnection("Server=db;User Id=app;Password=hunter2;");
    }
}
