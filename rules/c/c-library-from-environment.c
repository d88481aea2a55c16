void example(int argc, char **argv)
{
    // ruleid: c-library-from-environment
    void *a = dlopen(getenv("PLUGIN"), RTLD_NOW);
    // ruleid: c-library-from-environment
    system(getenv("PAGER"));
    // ok: c-library-from-environment
    void *b = dlopen("/usr/lib/app/plugin.so", RTLD_NOW);
    // ok: c-library-from-environment
    char *c = getenv("PLUGIN");
    // ok: c-library-from-environment
    // void *a = dlopen(getenv("PLUGIN"), RTLD_NOW);
}
