import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import javax.servlet.http.*;
import org.apache.commons.text.StringEscapeUtils;

public class SearchServlet extends HttpServlet {
    private final ProductRepository products = new ProductRepository();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String term = request.getParameter("q");
        List<String> hits = products.findByName(term);
        response.setContentType("text/html;charset=UTF-8");
        StringBuilder page = new StringBuilder();
        page.append("<html><body>");
        page.append("<h1>Results for ").append(StringEscapeUtils.escapeHtml4(term)).append("</h1><ul>");
        for (String hit : hits) {
            page.append("<li>").append(StringEscapeUtils.escapeHtml4(hit)).append("</li>");
        }
        page.append("</ul></body></html>");
        PrintWriter out = response.getWriter();
        out.println(page.toString());
    }
}
