using System.Collections.Generic;
using System.Data;
using System.Threading.Tasks;
using Dapper;

public class ProductStore
{
    private readonly IDbConnection _db;

    public ProductStore(IDbConnection db) => _db = db;

    public async Task<IEnumerable<Product>> SearchAsync(string term, string category)
    {
        var sql = $"SELECT * FROM Products WHERE Name LIKE '%{term}%'";
        if (category != null)
        {
            sql += $" AND Category = '{category}'";
        }
        return await _db.QueryAsync<Product>(sql);
    }
}
