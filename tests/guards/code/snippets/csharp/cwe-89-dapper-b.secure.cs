using System.Collections.Generic;
using System.Data;
using Dapper;

public class UserRepository
{
    private readonly IDbConnection _db;

    public UserRepository(IDbConnection db) => _db = db;

    public IEnumerable<User> Search(string name, string order)
    {
        var sql = "SELECT * FROM Users WHERE Name LIKE @name";
        return _db.Query<User>(sql, new { name = "%" + name + "%" });
    }
}
