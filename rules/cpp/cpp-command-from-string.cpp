void example()
{
    {
        std::string a = "ls " + name;
        // ruleid: cpp-command-from-string
        system(a.c_str());
    }
    {
        std::string b = "ping -c 1 " + host;
        // ruleid: cpp-command-from-string
        FILE *pipe = popen(b.c_str(), "r");
    }
    {
        std::string c = "ls /srv";
        // ok: cpp-command-from-string
        system(c.c_str());
    }
    // ok: cpp-command-from-string
    system("ls /srv");
    // ok: cpp-command-from-string
    // system(a.c_str());
}
