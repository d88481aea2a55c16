#include <atomic>
#include <thread>
#include <vector>

static int hits = 0;

void work()
{
    for (int i = 0; i < 1000; ++i)
        ++hits;
}

int main()
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(work);
    for (auto &t : threads)
        t.join();
    return hits > 0 ? 0 : 1;
}
