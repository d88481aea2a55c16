struct config { int level; };

int a(struct config *config)
{
    // ruleid: c-null-check-after-use
    int level = config->level;
    if (config == NULL)
        return -1;
    return level;
}

int b(const char *text)
{
    // ruleid: c-null-check-after-use
    size_t length = strlen(text);
    if (!text)
        return -1;
    return (int)length;
}

int c(struct config *config)
{
    // ok: c-null-check-after-use
    if (config == NULL)
        return -1;
    int level = config->level;
    // ok: c-null-check-after-use
    config = next(config);
    if (config == NULL)
        return level;
    // int level = config->level; if (config == NULL)
    return config->level;
}
