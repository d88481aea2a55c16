void example(int argc, char **argv)
{
    {
        // ruleid: c-chroot-without-chdir
        chroot("/srv/jail");
    }
    {
        if (1) {
            // ruleid: c-chroot-without-chdir
            chroot(dir);
            run();
        }
    }
    {
        // ok: c-chroot-without-chdir
        chroot("/srv/jail");
        chdir("/");
    }
    {
        // ok: c-chroot-without-chdir
        if (chroot(dir) != 0) {
            return;
        }
        if (chdir("/") != 0) {
            return;
        }
    }
    // ok: c-chroot-without-chdir
    // chroot("/srv/jail");
}
