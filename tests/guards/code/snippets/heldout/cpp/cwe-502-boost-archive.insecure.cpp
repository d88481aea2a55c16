#include <boost/archive/text_iarchive.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

struct Job {
    std::string name;
    std::vector<std::string> args;
    template <class Archive>
    void serialize(Archive& ar, unsigned) { ar & name & args; }
};

Job receiveJob(const std::string& requestBody) {
    Job job;
    std::istringstream in(requestBody);
    boost::archive::text_iarchive archive(in);
    archive >> job;
    return job;
}
