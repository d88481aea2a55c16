import javax.servlet.http.*;

class Settings extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getParameter("name");
        // ruleid: java-settings-from-request
        System.setProperty(name, "on");
        // ruleid: java-settings-from-request
        System.loadLibrary(request.getHeader("X-Lib"));
        // ok: java-settings-from-request
        System.setProperty("mode", "on");
        // ok: java-settings-from-request
        System.loadLibrary("native");
        // System.setProperty(name, "on")
    }
}
