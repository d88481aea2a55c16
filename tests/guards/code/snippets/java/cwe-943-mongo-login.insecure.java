import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.web.bind.annotation.*;

@RestController
public class MongoLogin {
    private final MongoCollection<Document> users;

    public MongoLogin(MongoCollection<Document> users) {
        this.users = users;
    }

    @PostMapping("/login")
    public boolean login(@RequestParam String name, @RequestParam String pin) {
        Document query = Document.parse("{ name: '" + name + "', pin: '" + pin + "' }");
        return users.find(query).first() != null;
    }
}
