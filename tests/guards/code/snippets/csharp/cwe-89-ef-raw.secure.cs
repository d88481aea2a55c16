using Microsoft.EntityFrameworkCore;

public class OrderService
{
    private readonly ShopContext _db;
    public OrderService(ShopContext db) { _db = db; }

    public Task<List<Order>> ByCustomer(string customer)
    {
        return _db.Orders.FromSqlInterpolated($"SELECT * FROM Orders WHERE Customer = {customer}").ToListAsync();
    }
}
