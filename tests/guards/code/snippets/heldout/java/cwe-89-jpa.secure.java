import javax.persistence.*;
import javax.ws.rs.*;
import java.util.List;

@Path("/employees")
public class EmployeeResource {
    @PersistenceContext
    EntityManager em;

    @GET
    public List<?> list(@QueryParam("dept") String dept) {
        Query query = em.createNativeQuery("SELECT * FROM employee WHERE dept = ?1");
        query.setParameter(1, dept);
        return query.getResultList();
    }
}
