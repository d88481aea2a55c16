using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;

public class CrmClient
{
    private readonly HttpClient _http = new HttpClient();

    public async Task<string> LoginAsync(string user, string password)
    {
        var content = new StringContent($"{{\"user\":\"{user}\",\"password\":\"{password}\"}}", Encoding.UTF8, "application/json");
        var response = await _http.PostAsync("http://crm.example.com/api/login", content);
        return await response.Content.ReadAsStringAsync();
    }
}
