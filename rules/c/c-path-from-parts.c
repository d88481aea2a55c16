void example(int argc, char **argv)
{
    {
        snprintf(path, sizeof(path), "/srv/files/%s", name);
        // ruleid: c-path-from-parts
        FILE *a = fopen(path, "r");
    }
    {
        snprintf(path, sizeof(path), "%s/%s", base, name);
        // ruleid: c-path-from-parts
        int b = open(path, O_RDONLY);
    }
    {
        if (strstr(name, "..") != NULL) {
            return;
        }
        snprintf(path, sizeof(path), "/srv/files/%s", name);
        // ok: c-path-from-parts
        FILE *c = fopen(path, "r");
    }
    {
        snprintf(path, sizeof(path), "/proc/%d/stat", pid);
        // ok: c-path-from-parts
        FILE *d = fopen(path, "r");
    }
    // ok: c-path-from-parts
    // FILE *a = fopen(path, "r");
}
