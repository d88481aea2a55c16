@RestController
class Diagnostics {
    @GetMapping("/env")
    Map<String, String> all() {
        // ruleid: java-environment-shown
        return System.getenv();
    }

    @GetMapping("/properties")
    ResponseEntity<Properties> properties() {
        // ruleid: java-environment-shown
        return ResponseEntity.ok(System.getProperties());
    }

    @GetMapping("/version")
    ResponseEntity<String> version() {
        // ok: java-environment-shown
        return ResponseEntity.ok(System.getenv("APP_VERSION"));
    }
}

class Settings {
    Map<String, String> all() {
        // ok: java-environment-shown
        return System.getenv();
        // ResponseEntity.ok(System.getenv())
    }
}
