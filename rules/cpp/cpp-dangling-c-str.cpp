void example()
{
    // ruleid: cpp-dangling-c-str
    const char *a = (first + second).c_str();
    // ruleid: cpp-dangling-c-str
    const char *b = stream.str().c_str();
    // ok: cpp-dangling-c-str
    const char *c = name.c_str();
    // ok: cpp-dangling-c-str
    std::string d = stream.str();
    // ok: cpp-dangling-c-str
    // const char *a = (first + second).c_str();
}
