#include <cstdlib>
#include <string>

struct Smtp { void login(const std::string& user, const std::string& pass); };

void configure(Smtp& smtp) {
    const std::string password = "Mail!2024pass";
    smtp.login("noreply@example.com", password);
}
