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

PlayerState loadState(const std::string& path) {
    PlayerState st;
    std::ifstream in(path, std::ios::binary);
    in.read(reinterpret_cast<char*>(&st), sizeof(st));
    st.onLoad(&st);
    return st;
}
