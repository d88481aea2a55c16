import javax.servlet.http.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;

public class Find {
    NodeList run(HttpServletRequest req, Document doc) throws XPathExpressionException {
        String who = req.getHeader("X-Who");
        String expr = "/people/person[@id='" + who + "']";
        if (!who.matches("\\d{1,8}")) throw new IllegalArgumentException();
        XPathExpression e = XPathFactory.newInstance().newXPath().compile(expr);
        return (NodeList) e.evaluate(doc, XPathConstants.NODESET);
    }
}
