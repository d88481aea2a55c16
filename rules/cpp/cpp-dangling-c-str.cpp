std::string read_name()
{
    return "n";
}

const std::string &own_name();

void example()
{
    // ruleid: cpp-dangling-c-str
    const char *a = (first + second).c_str();
    // ruleid: cpp-dangling-c-str
    const char *b = stream.str().c_str();
    // ruleid: cpp-dangling-c-str
    const char *e = read_name().c_str();
    // ruleid: cpp-dangling-c-str
    const char *f = label.toStdString().c_str();
    // ok: cpp-dangling-c-str
    const char *g = own_name().c_str();
    // ok: cpp-dangling-c-str
    const char *c = name.c_str();
    // ok: cpp-dangling-c-str
    std::string d = stream.str();
    // ok: cpp-dangling-c-str
    // const char *a = (first + second).c_str();
}
