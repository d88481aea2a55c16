#include <memory>

void both(Sprite &a, Sprite &b) {
    Texture *raw = new Texture();
    // ruleid: cpp-pointer-owned-twice
    a.texture = std::shared_ptr<Texture>(raw);
    b.texture = std::shared_ptr<Texture>(raw);
}

void and_delete() {
    Texture *raw = new Texture();
    // ruleid: cpp-pointer-owned-twice
    std::unique_ptr<Texture> owner(raw);
    delete raw;
}

void both_right(Sprite &a, Sprite &b) {
    auto shared = std::make_shared<Texture>();
    // ok: cpp-pointer-owned-twice
    a.texture = shared;
    // ok: cpp-pointer-owned-twice
    b.texture = shared;
    // b.texture = std::shared_ptr<Texture>(raw);
}
