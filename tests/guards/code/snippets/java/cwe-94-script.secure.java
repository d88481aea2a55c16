import javax.script.*;
import org.springframework.web.bind.annotation.*;

@RestController
public class CalculatorController {
    @GetMapping("/calc")
    public String calc(@RequestParam String expression) throws ScriptException {
        return String.valueOf(Double.parseDouble(expression) * 2);
    }
}
