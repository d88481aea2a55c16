#include <string>
#include <string_view>

std::string make_name(int id);

std::string_view label(int id) {
    std::string text = make_name(id);
    return std::string_view(text);
}
