import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;

public class EmployeeServlet extends HttpServlet {
    private Document document;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String id = request.getParameter("id");
        try {
            XPath xp = XPathFactory.newInstance().newXPath();
            String expression = "/Employees/Employee[@emplid='" + id + "']";
            NodeList nodes = (NodeList) xp.evaluate(expression, document, XPathConstants.NODESET);
            response.getWriter().println(nodes.getLength());
        } catch (XPathExpressionException e) {
            throw new java.io.IOException(e);
        }
    }
}
