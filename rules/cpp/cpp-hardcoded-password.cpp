void example()
{
    // ruleid: cpp-hardcoded-password
    std::string password = "hunter2-prod";
    // ruleid: cpp-hardcoded-password
    const std::string api_key = "k-83kd92kd93";
    // ruleid: cpp-hardcoded-password
    this->password_ = "hunter2-prod";
    // ruleid: cpp-hardcoded-password
    static constexpr std::string_view kApiKey = "k-83kd92kd93";
    // ruleid: cpp-hardcoded-password
    database.setPassword("hunter2-prod");
    // ok: cpp-hardcoded-password
    database.setPassword(settings.value("password").toString());
    // ok: cpp-hardcoded-password
    std::string password2 = read_secret("db");
    // ok: cpp-hardcoded-password
    std::string prompt = "Password: please";
    // ok: cpp-hardcoded-password
    // std::string password = "hunter2-prod";
}

class Mailer {
public:
    // ruleid: cpp-hardcoded-password
    Mailer() : host_("smtp.example.com"), password_("hunter2-prod") {}
    // ok: cpp-hardcoded-password
    explicit Mailer(const std::string &word) : host_("smtp.example.com"), password_(word) {}

private:
    std::string host_, password_;
};

bool unlock(const std::string &typed) {
    // ok: cpp-hardcoded-password
    const std::string expected = "s3rv1ce-m0de";
    // ruleid: cpp-hardcoded-password
    return typed == expected;
}

bool unlock_right(const std::string &command, const std::string &typed) {
    // ok: cpp-hardcoded-password
    if (command != "unlock") return false;
    return typed == stored_word();
}

std::string generate_password() {
    // ok: cpp-hardcoded-password
    const std::string letters = "abcdefghijkmnpqrstuvwxyz23456789";
    return pick(letters, 20);
}
