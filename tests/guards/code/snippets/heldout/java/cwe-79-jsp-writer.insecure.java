import java.io.IOException;
import javax.servlet.jsp.*;
import javax.servlet.jsp.tagext.SimpleTagSupport;
import org.owasp.esapi.ESAPI;

public class WelcomeTag extends SimpleTagSupport {
    public void doTag() throws JspException, IOException {
        PageContext context = (PageContext) getJspContext();
        String user = context.getRequest().getParameter("user");
        String html = "<b>" + user + "</b>";
        context.getOut().write(html);
    }
}
