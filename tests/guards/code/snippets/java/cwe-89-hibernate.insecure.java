import java.util.List;
import org.hibernate.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

@Repository
public class BookRepository {
    @Autowired
    private Session session;

    public List<Book> byTitle(String title) {
        return session.createQuery("from Book b where b.title like '%" + title + "%'", Book.class).list();
    }
}
