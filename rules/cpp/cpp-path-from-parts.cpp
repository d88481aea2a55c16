void example()
{
    // ruleid: cpp-path-from-parts
    std::ifstream a("/srv/files/" + name);
    // ruleid: cpp-path-from-parts
    std::ofstream b("/srv/files/" + name);
    // ok: cpp-path-from-parts
    std::ifstream c("/srv/files/readme.txt");
    // ok: cpp-path-from-parts
    std::ifstream d(checked);
    // ok: cpp-path-from-parts
    // std::ifstream a("/srv/files/" + name);
}
