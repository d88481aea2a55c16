import javax.servlet.http.*;
import javax.xml.xpath.*;
import org.w3c.dom.Document;

public class CatalogServlet extends HttpServlet {
    private Document catalog;

    static class Query {
        private String title;
        private String shelf = "A";
        public void setTitle(String title) { this.title = title; }
        public String getTitle() { return title; }
        public String getShelf() { return shelf; }
    }

    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Query query = new Query();
        query.setTitle(request.getParameter("title"));
        try {
            XPath path = XPathFactory.newInstance().newXPath();
            path.evaluate("//book[title='fixed']", catalog);
            response.setStatus(200);
        } catch (XPathExpressionException e) {
            response.setStatus(500);
        }
    }
}
