#include <cstdlib>
#include <cstring>

static void destroy(int *numbers) {
    // ruleid: cpp-mismatched-release
    free(numbers);
}

void mixed() {
    int *numbers = new int[100];
    destroy(numbers);
    char *text = strdup("text");
    // ruleid: cpp-mismatched-release
    delete text;
    int *one = new int(5);
    // ruleid: cpp-mismatched-release
    delete[] one;
    // delete numbers;
}

void matched() {
    int *numbers = new int[100];
    // ok: cpp-mismatched-release
    delete[] numbers;
    char *text = strdup("text");
    // ok: cpp-mismatched-release
    free(text);
    int *one = new int(5);
    // ok: cpp-mismatched-release
    delete one;
}
