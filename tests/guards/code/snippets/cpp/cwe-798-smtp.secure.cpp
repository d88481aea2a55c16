#include <cstdlib>
#include <string>

struct Smtp { void login(const std::string& user, const std::string& pass); };

void configure(Smtp& smtp) {
    const char* password = std::getenv("SMTP_PASSWORD");
    if (!password) throw "SMTP_PASSWORD is not set";
    smtp.login("noreply@example.com", password);
}
