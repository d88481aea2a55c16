import javax.servlet.http.*;
import javax.xml.xpath.*;
import org.w3c.dom.Document;

public class Employees {
    String salary(HttpServletRequest request, Document doc) throws XPathExpressionException {
        String id = request.getParameter("id");
        XPath xp = XPathFactory.newInstance().newXPath();
        return xp.evaluate("/Employees/Employee[@emplid='" + id + "']", doc);
    }
}
