#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

class Account {
public:
    Account(std::string owner, double balance) : owner_(std::move(owner)), balance_(balance) {}
    void deposit(double amount) {
        if (amount <= 0) throw std::invalid_argument("amount must be positive");
        balance_ += amount;
    }
    double balance() const { return balance_; }
private:
    std::string owner_;
    double balance_;
};

std::vector<std::string> split(const std::string& s, char sep) {
    std::vector<std::string> out;
    std::stringstream in(s);
    std::string part;
    while (std::getline(in, part, sep)) out.push_back(part);
    return out;
}

int main() {
    std::mt19937 rng(std::random_device{}());
    std::uniform_int_distribution<int> die(1, 6);
    std::cout << "rolled " << die(rng) << '\n';
    std::map<std::string, int> counts;
    for (const auto& w : split("a b a c", ' ')) counts[w]++;
    for (const auto& [word, n] : counts) std::cout << word << ": " << n << '\n';
    auto account = std::make_unique<Account>("Ann", 10);
    account->deposit(5);
    std::cout << account->balance() << '\n';
    std::vector<int> v{3, 1, 2};
    for (std::size_t i = 0; i < v.size(); ++i) std::cout << v[i] << ' ';
}
