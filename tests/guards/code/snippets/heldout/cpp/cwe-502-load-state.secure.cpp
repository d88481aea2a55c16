#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

struct PlayerState {
    char name[32];
    int level;
    void (*onLoad)(PlayerState*);
};

static void defaultOnLoad(PlayerState*) {}

PlayerState loadState(const std::string& path) {
    PlayerState st{};
    std::ifstream in(path, std::ios::binary);
    in.read(st.name, sizeof(st.name));
    in.read(reinterpret_cast<char*>(&st.level), sizeof(st.level));
    if (!in) throw std::runtime_error("truncated state");
    st.name[sizeof(st.name) - 1] = '\0';
    if (st.level < 0 || st.level > 100) throw std::runtime_error("bad level");
    st.onLoad = &defaultOnLoad;
    return st;
}
