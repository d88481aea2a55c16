#include <string>
#include <string_view>

std::string make_name(int id);

std::string label(int id) {
    std::string text = make_name(id);
    return text;
}
