void example()
{
    // ruleid: cpp-hardcoded-password
    std::string password = "hunter2-prod";
    // ruleid: cpp-hardcoded-password
    const std::string api_key = "k-83kd92kd93";
    // ok: cpp-hardcoded-password
    std::string password2 = read_secret("db");
    // ok: cpp-hardcoded-password
    std::string prompt = "Password: please";
    // ok: cpp-hardcoded-password
    // std::string password = "hunter2-prod";
}
