import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;
import javax.persistence.TypedQuery;
import org.springframework.stereotype.Repository;

@Repository
public class ProductSearch {
    @PersistenceContext
    private EntityManager em;

    public List<Product> search(String name, String sortColumn) {
        String order = switch (sortColumn) {
            case "price" -> "p.price";
            case "created" -> "p.created";
            default -> "p.name";
        };
        TypedQuery<Product> query = em.createQuery("SELECT p FROM Product p WHERE p.name LIKE :name ORDER BY " + order, Product.class);
        query.setParameter("name", "%" + name + "%");
        return query.getResultList();
    }
}
