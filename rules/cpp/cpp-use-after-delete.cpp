struct Widget { int id; Widget *next; void draw(); };

void paint(Widget *w);

void show(Widget *w) {
    delete w;
    // ruleid: cpp-use-after-delete
    w->draw();
}

int sum(int n) {
    int *items = new int[n];
    delete[] items;
    // ruleid: cpp-use-after-delete
    return items[0];
}

void show_right(Widget *w) {
    // ok: cpp-use-after-delete
    w->draw();
    delete w;
    w = nullptr;
}

void clear(Widget *head) {
    while (head) {
        Widget *next = head->next;
        delete head;
        // ok: cpp-use-after-delete
        head = next;
    }
    // delete head; head->draw();
}
