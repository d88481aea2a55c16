import javax.servlet.http.*;

public class LanguageServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String language = request.getParameter("lang");
        language = language.replaceAll("[\\r\\n]", "");
        response.setHeader("X-Language", language);
        response.setStatus(204);
    }
}
