import java.util.Map;
import javax.script.*;
import org.springframework.web.bind.annotation.*;

@RestController
public class FormulaController {

    @PostMapping("/api/formula/evaluate")
    public Object evaluate(@RequestBody Map<String, String> body) throws Exception {
        String formula = body.get("formula");
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("JavaScript");
        return engine.eval(formula);
    }
}
