import java.util.Map;
import javax.script.*;
import org.springframework.web.bind.annotation.*;

@RestController
public class FormulaController {

    @PostMapping("/api/formula/evaluate")
    public Object evaluate(@RequestBody Map<String, String> body) throws Exception {
        String formula = body.get("formula");
        if (!formula.matches("[0-9+\\-*/(). ]{1,200}")) {
            throw new IllegalArgumentException("Only arithmetic is allowed");
        }
        return new ArithmeticParser(formula).parse();
    }
}
