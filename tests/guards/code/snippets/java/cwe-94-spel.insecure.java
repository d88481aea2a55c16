import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.*;

@RestController
public class Calc {
    @GetMapping("/calc")
    public Object calc(@RequestParam String expr) {
        return new SpelExpressionParser().parseExpression(expr).getValue();
    }
}
