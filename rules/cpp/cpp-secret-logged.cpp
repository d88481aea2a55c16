#include <fstream>
#include <iostream>
#include <spdlog/spdlog.h>
#include <string>

void login(const Account &account, const std::string &password) {
    // ruleid: cpp-secret-logged
    std::clog << "login of " << account.name << " with " << password << std::endl;
    // ruleid: cpp-secret-logged
    std::cout << "[DEBUG] token: " << account.accessToken << "\n";
    // ruleid: cpp-secret-logged
    spdlog::info("login {} {}", account.name, password);
    std::ofstream file("users.txt", std::ios::app);
    // ruleid: cpp-secret-logged
    file << account.name << ':' << password << '\n';
    // ok: cpp-secret-logged
    file << account.name << ':' << account.passwordHash << '\n';
    // ok: cpp-secret-logged
    std::clog << "login of " << account.name << " with a password" << std::endl;
    // ok: cpp-secret-logged
    std::cout << "Your new password: " << password << "\n";
    // std::clog << password;
}
