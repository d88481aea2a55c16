#include <cpr/cpr.h>
#include <string>

std::string fetchReport(const std::string& token) {
    cpr::Response r = cpr::Get(cpr::Url{"https://reports.example.com/latest"},
                               cpr::Bearer{token},
                               cpr::VerifySsl{false});
    return r.text;
}
