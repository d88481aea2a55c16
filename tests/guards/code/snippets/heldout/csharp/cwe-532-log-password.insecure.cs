using System;
using Microsoft.Extensions.Logging;

public class LoginService
{
    private readonly ILogger<LoginService> _log;
    private readonly IUsers _users;

    public LoginService(ILogger<LoginService> log, IUsers users)
    {
        _log = log;
        _users = users;
    }

    public bool Login(LoginRequest request)
    {
        _log.LogInformation($"Login attempt: {request.UserName} / {request.Password}");
        return _users.Check(request.UserName, request.Password);
    }
}
