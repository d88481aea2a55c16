void example()
{
    // ruleid: cpp-weak-random
    token += std::rand() % 26;
    // ruleid: cpp-weak-random
    key[i] = std::rand();
    // ok: cpp-weak-random
    dice = std::rand() % 6;
    // ok: cpp-weak-random
    token += device();
    // ok: cpp-weak-random
    // token += std::rand() % 26;
}
