import javax.servlet.http.*;

public class Lang {
    void set(HttpServletRequest request, HttpServletResponse response) {
        String lang = request.getParameter("lang");
        response.setHeader("Content-Language", lang.equals("de") ? "de" : "en");
    }
}
