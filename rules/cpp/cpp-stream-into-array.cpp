void example(int argc, char **argv) {
    char word[16];
    std::string text;
    // ruleid: cpp-stream-into-array
    std::cin >> word;
    // ruleid: cpp-stream-into-array
    cin >> word;
    // ok: cpp-stream-into-array
    std::cin >> text;
    // ok: cpp-stream-into-array
    std::getline(std::cin, text);
    // std::cin >> word;
}
