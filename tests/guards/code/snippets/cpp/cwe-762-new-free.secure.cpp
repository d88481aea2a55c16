#include <cstdlib>
#include <iostream>

static void destroy(int *data) {
    delete[] data;
}

void numbers() {
    int *data = new int[100];
    for (int i = 0; i < 100; ++i) data[i] = i;
    std::cout << data[99] << '\n';
    destroy(data);
}
