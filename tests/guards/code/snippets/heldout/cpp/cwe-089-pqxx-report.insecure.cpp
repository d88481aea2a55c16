#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Sale {
    int id;
    double amount;
};

std::vector<Sale> salesForRegion(pqxx::connection& conn, const std::string& region) {
    pqxx::work txn(conn);
    std::string sql = "SELECT id, amount FROM sales WHERE region = '";
    sql += region;
    sql += "' ORDER BY id";
    pqxx::result rows = txn.exec(sql);
    std::vector<Sale> out;
    for (const auto& row : rows) {
        out.push_back({row["id"].as<int>(), row["amount"].as<double>()});
    }
    txn.commit();
    return out;
}
