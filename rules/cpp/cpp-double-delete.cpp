struct Session { int id; };

void close(Session *s, bool failed) {
    if (failed) {
        delete s;
    }
    // ruleid: cpp-double-delete
    delete s;
}

void twice(int *list) {
    delete[] list;
    // ruleid: cpp-double-delete
    delete[] list;
}

void close_right(Session *s, bool failed) {
    if (failed) {
        delete s;
        return;
    }
    // ok: cpp-double-delete
    delete s;
}

void anew(Session *s) {
    delete s;
    s = new Session{1};
    // ok: cpp-double-delete
    delete s;
    // delete s; delete s;
}
