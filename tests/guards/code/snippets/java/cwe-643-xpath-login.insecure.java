import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.*;
import org.w3c.dom.Document;

public class XmlUserLookup {
    private final Document users;

    public XmlUserLookup(Document users) {
        this.users = users;
    }

    public boolean valid(HttpServletRequest req) throws XPathExpressionException {
        String user = req.getParameter("user");
        String hash = Hashes.of(req.getParameter("pass"));
        XPath xpath = XPathFactory.newInstance().newXPath();
        String expr = "/users/user[name='" + user + "' and hash='" + hash + "']";
        XPathExpression compiled = xpath.compile(expr);
        return (Boolean) compiled.evaluate(users, XPathConstants.BOOLEAN);
    }
}
