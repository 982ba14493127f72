// A host that only asks which release it got: `consumer 0.1.0`.
#include <sangkien/sangkien.hpp>

#include <cstdio>
#include <cstring>

int main(int argc, char** argv)
{
    std::puts(sangkien::version());
    return argc == 2 && std::strcmp(argv[1], sangkien::version()) == 0 ? 0 : 1;
}
