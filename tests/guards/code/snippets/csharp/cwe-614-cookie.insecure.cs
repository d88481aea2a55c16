using Microsoft.AspNetCore.Http;

public static class Cookies
{
    public static void Set(HttpResponse response, string token)
    {
        response.Cookies.Append("auth", token, new CookieOptions
        {
            HttpOnly = false,
            Secure = false
        });
    }
}
