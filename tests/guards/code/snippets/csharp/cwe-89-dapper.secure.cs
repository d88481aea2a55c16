using Dapper;
using System.Data;

public class UserRepository
{
    private readonly IDbConnection _connection;
    public UserRepository(IDbConnection connection) { _connection = connection; }

    public User Find(string email)
    {
        return _connection.QueryFirstOrDefault<User>("SELECT * FROM Users WHERE Email = @email", new { email });
    }
}
