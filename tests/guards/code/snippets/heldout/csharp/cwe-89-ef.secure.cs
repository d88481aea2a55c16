using System.Linq;
using Microsoft.EntityFrameworkCore;

public class CustomerService
{
    private readonly ShopContext _context;

    public CustomerService(ShopContext context)
    {
        _context = context;
    }

    public IQueryable<Customer> ByCity(string city)
    {
        return _context.Customers.FromSqlInterpolated($"SELECT * FROM Customers WHERE City = {city}");
    }
}
