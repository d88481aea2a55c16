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
    // ok: c-terminator-past-end
    // buf[n] = 0;
}
