#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 2) return 1;
    int n = 0;
    try { n = std::stoi(argv[1]); } catch (const std::exception&) { return 1; }
    if (n < 1 || n > 1000000) return 1;
    std::vector<double> samples(n);
    std::cout << samples.size() << "\n";
}
