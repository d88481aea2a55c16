using Dapper;
using System.Data;

public class UserRepository
{
    private readonly IDbConnection _connection;
    public UserRepository(IDbConnection connection) { _connection = connection; }

    public User Find(string email)
    {
        var sql = string.Format("SELECT * FROM Users WHERE Email = '{0}'", email);
        return _connection.QueryFirstOrDefault<User>(sql);
    }
}
