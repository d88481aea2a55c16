using System.Net.Http;
using System.Threading.Tasks;

public class PartnerApi
{
    private readonly HttpClient _client;

    public PartnerApi()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) =>
        {
            return true;
        };
        _client = new HttpClient(handler);
    }

    public Task<string> GetAsync(string path) => _client.GetStringAsync("https://partner.example.com/" + path);
}
