#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

struct header { unsigned count; };

int *items(char **argv) {
    int n = atoi(argv[1]);
    // ruleid: cpp-number-as-size
    return (int *)malloc(n * sizeof(int));
}

int *items_right(char **argv) {
    int n = atoi(argv[1]);
    if (n < 1 || n > 1000) return nullptr;
    // ok: cpp-number-as-size
    return (int *)malloc(n * sizeof(int));
}

void load(std::ifstream &in, std::string &body) {
    header h{};
    in.read(reinterpret_cast<char*>(&h), sizeof h);
    // ruleid: cpp-number-as-size
    body.resize(h.count);
}

void load_right(std::ifstream &in, std::string &body) {
    header h{};
    in.read(reinterpret_cast<char*>(&h), sizeof h);
    if (h.count > 1u << 20) return;
    // ok: cpp-number-as-size
    body.resize(h.count);
    // body.resize(atoi(argv[1]));
}
