void example(int argc, char **argv)
{
    {
        int n = read(fd, buf, sizeof(buf));
        // ruleid: c-terminator-past-end
        buf[n] = 0;
    }
    {
        int m = recv(fd, buf, sizeof(buf), 0);
        // ruleid: c-terminator-past-end
        buf[m] = '\0';
    }
    {
        int k = read(fd, buf, sizeof(buf) - 1);
        // ok: c-terminator-past-end
        buf[k] = 0;
    }
    {
        int l = read(fd, line, sizeof(buf));
        // ok: c-terminator-past-end
        other[l] = 0;
    }
    {
        char *copy = malloc(length);
        memcpy(copy, text, length);
        // ruleid: c-terminator-past-end
        copy[length] = '\0';
    }
    {
        char *copy = malloc(size + 1);
        memcpy(copy, text, size);
        // ok: c-terminator-past-end
        copy[size] = '\0';
    }
    {
        char *line = malloc(room);
        room = fread(line, 1, room - 1, in);
        // ok: c-terminator-past-end
        line[room] = '\0';
    }
    // ok: c-terminator-past-end
    // buf[n] = 0;
}

void receive(int fd) {
    char line[512];
    ssize_t n = recv(fd, line, 512, 0);
    if (n < 0) return;
    // ruleid: c-terminator-past-end
    line[n] = '\0';
}

void receive_right(int fd) {
    char line[512];
    ssize_t n = recv(fd, line, 511, 0);
    if (n < 0) return;
    // ok: c-terminator-past-end
    line[n] = '\0';
}
