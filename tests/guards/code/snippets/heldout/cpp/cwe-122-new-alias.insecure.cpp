#include <cstring>
#include <cstdio>

namespace report {

static int *choose() {
    return new int[50];
}

void fill() {
    int *data = choose();
    int source[100] = {0};
    memmove(data, source, 100 * sizeof(int));
    std::printf("%d\n", data[0]);
    delete[] data;
}

}  // namespace report
