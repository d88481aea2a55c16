class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-error-shown
        Response.Write(error.ToString());
        // ruleid: csharp-error-shown
        return StatusCode(500, error.ToString());
        // ok: csharp-error-shown
        logger.LogError(error, "failed");
        // ok: csharp-error-shown
        return StatusCode(500, "Something went wrong");
        // ok: csharp-error-shown
        // Response.Write(error.ToString());
    }
}
