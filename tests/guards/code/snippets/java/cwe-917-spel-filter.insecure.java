import java.util.List;
import java.util.stream.Collectors;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.*;

@RestController
public class InventoryFilter {
    private final List<Item> items = Item.sample();
    private final ExpressionParser parser = new SpelExpressionParser();

    @GetMapping("/items")
    public List<Item> filter(@RequestParam String expr) {
        return items.stream()
                .filter(i -> Boolean.TRUE.equals(parser.parseExpression(expr).getValue(i, Boolean.class)))
                .collect(Collectors.toList());
    }
}
