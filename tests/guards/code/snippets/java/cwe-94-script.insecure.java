import javax.script.*;
import org.springframework.web.bind.annotation.*;

@RestController
public class CalculatorController {
    @GetMapping("/calc")
    public String calc(@RequestParam String expression) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        return String.valueOf(engine.eval(expression));
    }
}
