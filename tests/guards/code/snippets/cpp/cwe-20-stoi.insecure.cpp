#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 2) return 1;
    int n = std::atoi(argv[1]);
    std::vector<double> samples(n);
    std::cout << samples.size() << "\n";
}
