class Diagnostics : ControllerBase {
    IActionResult All() {
        // ruleid: csharp-environment-shown
        return Ok(Environment.GetEnvironmentVariables());
    }

    IActionResult Some() {
        // ruleid: csharp-environment-shown
        return Json(Environment.GetEnvironmentVariables());
    }

    IActionResult One() {
        // ok: csharp-environment-shown
        return Ok(new { version = Environment.GetEnvironmentVariable("APP_VERSION") });
    }

    int Count() {
        // ok: csharp-environment-shown
        return Environment.GetEnvironmentVariables().Count;
        // Ok(Environment.GetEnvironmentVariables())
    }
}
