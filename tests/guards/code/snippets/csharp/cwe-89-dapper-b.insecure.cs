using System.Collections.Generic;
using System.Data;
using Dapper;

public class UserRepository
{
    private readonly IDbConnection _db;

    public UserRepository(IDbConnection db) => _db = db;

    public IEnumerable<User> Search(string name, string order)
    {
        var sql = string.Format("SELECT * FROM Users WHERE Name LIKE '%{0}%'", name);
        return _db.Query<User>(sql);
    }
}
