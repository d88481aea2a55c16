#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int edit_with_editor(const char *initial)
{
    char path[] = "/tmp/note.XXXXXX";
    int fd = mkstemp(path);
    if (fd < 0)
        return -1;
    FILE *f = fdopen(fd, "w");
    if (!f)
        return -1;
    fputs(initial, f);
    fclose(f);
    execlp("vi", "vi", path, (char *)NULL);
    return -1;
}
