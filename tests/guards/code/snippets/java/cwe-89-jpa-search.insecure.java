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
        String jpql = "SELECT p FROM Product p WHERE p.name LIKE '%" + name + "%' ORDER BY p." + sortColumn;
        return em.createQuery(jpql, Product.class).getResultList();
    }
}
