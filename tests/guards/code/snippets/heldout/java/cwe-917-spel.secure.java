import org.springframework.expression.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

public class Filter {
    private final ExpressionParser parser = new SpelExpressionParser();

    public boolean matches(String rule, Object row) {
        return row.toString().contains(rule);
    }
}
