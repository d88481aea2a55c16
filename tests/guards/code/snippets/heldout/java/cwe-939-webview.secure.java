import android.os.Bundle;
import android.webkit.WebView;
import android.app.Activity;

public class HelpActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView view = new WebView(this);
        view.getSettings().setAllowFileAccess(false);
        view.loadUrl("https://help.example.com/");
        setContentView(view);
    }
}
