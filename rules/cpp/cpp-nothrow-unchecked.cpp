#include <cstring>
#include <new>

int sum(int n) {
    int *squares = new (std::nothrow) int[n];
    // ruleid: cpp-nothrow-unchecked
    squares[0] = 1;
    int first = squares[0];
    delete[] squares;
    return first;
}

void fill(int n) {
    char *room = new (std::nothrow) char[n];
    // ruleid: cpp-nothrow-unchecked
    std::memset(room, 0, n);
    delete[] room;
}

int checked(int n) {
    int *squares = new (std::nothrow) int[n];
    if (squares == nullptr) return -1;
    // ok: cpp-nothrow-unchecked
    squares[0] = 1;
    delete[] squares;
    int *thrown = new int[n];
    // ok: cpp-nothrow-unchecked
    thrown[0] = 1;
    delete[] thrown;
    // squares[0] = 1;
    return 0;
}
