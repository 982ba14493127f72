// A host that writes journals links one component more.
#include <sangkien/io/journal_file.hpp>

int main(int argc, char** argv)
{
    if (argc < 2) return 0;
    return sangkien::JournalFile::open(argv[1]).head().sequence == 0 ? 0 : 1;
}
