void example()
{
    // ruleid: cpp-swallowed-exception
    try {
        check(name);
    } catch (const std::exception &error) { }
    // ruleid: cpp-swallowed-exception
    try {
        verify(token);
    } catch (const std::exception &e) {
    }
    // ok: cpp-swallowed-exception
    try {
        check(name);
    } catch (const std::exception &error) {
        throw;
    }
    // ok: cpp-swallowed-exception
    try {
        check(name);
    } catch (const std::exception &error) {
        report(error);
    }
    // ok: cpp-swallowed-exception
    // try {
}
