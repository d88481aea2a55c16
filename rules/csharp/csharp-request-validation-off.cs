class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-request-validation-off
        page.ValidateRequest = false;
        // ruleid: csharp-request-validation-off
        page.EnableViewStateMac = false;
        // ok: csharp-request-validation-off
        page.ValidateRequest = true;
        // ok: csharp-request-validation-off
        page.EnableViewStateMac = true;
        // ok: csharp-request-validation-off
        // page.ValidateRequest = false;
    }
}
