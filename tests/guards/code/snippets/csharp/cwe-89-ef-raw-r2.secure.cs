using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;

public class OrderService
{
    private readonly ShopContext _context;

    public OrderService(ShopContext context) => _context = context;

    public List<Order> ByStatus(string status)
    {
        return _context.Orders.FromSqlInterpolated($"SELECT * FROM Orders WHERE Status = {status}").ToList();
    }
}
