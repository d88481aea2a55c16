#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <string>

int pick(const int *list, char **argv) {
    int i = atoi(argv[1]);
    // ruleid: cpp-number-as-index
    return list[i];
}

int pick_right(const int *list, int n, char **argv) {
    int i = atoi(argv[1]);
    if (i < 0 || i >= n) return -1;
    // ok: cpp-number-as-index
    return list[i];
}

void set_all() {
    int n, marks[10];
    if (scanf("%d", &n) != 1) return;
    for (int i = 0; i < n; i++) {
        // ruleid: cpp-number-as-index
        marks[i] = 0;
    }
}

void set_all_right() {
    int n, marks[10];
    if (scanf("%d", &n) != 1 || n > 10) return;
    for (int i = 0; i < n; i++) {
        // ok: cpp-number-as-index
        marks[i] = 0;
    }
}

void slot(int *slots) {
    int at, value;
    std::cin >> at >> value;
    // ruleid: cpp-number-as-index
    slots[at] = value;
}

int wrapped(const int *ring) {
    unsigned at;
    std::cin >> at;
    // ok: cpp-number-as-index
    return ring[at % 16];
}

int named(const std::string &text) {
    std::map<int, int> prices;
    int at = std::stoi(text);
    // ok: cpp-number-as-index
    return prices[at];
    // prices[std::stoi(text)]
}

int from_line(const std::string& line) {
    int days[7] = {0}, day, other;
    std::istringstream in(line);
    in >> day;
    // ruleid: cpp-number-as-index
    days[day] = 1;
    in >> other;
    if (other < 0 || other >= 7) return 0;
    // ok: cpp-number-as-index
    return days[other];
}
