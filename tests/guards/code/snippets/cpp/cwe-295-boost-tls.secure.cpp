#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <string>

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using tcp = asio::ip::tcp;

void fetch(const std::string& host) {
    asio::io_context io;
    ssl::context ctx(ssl::context::tls_client);
    ctx.set_default_verify_paths();
    ssl::stream<tcp::socket> stream(io, ctx);
    stream.set_verify_mode(ssl::verify_peer);
    stream.set_verify_callback(ssl::host_name_verification(host));
    tcp::resolver resolver(io);
    asio::connect(stream.lowest_layer(), resolver.resolve(host, "443"));
    stream.handshake(ssl::stream_base::client);
    std::string req = "GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
    asio::write(stream, asio::buffer(req));
}
