// The chain of a journal of a hundred thousand events checked, beside hashing the same bytes with libcrypto. That the check
// finds what was done to the journal is compared first.
#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <sangkien/io/journal.hpp>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace sangkien;

constexpr std::int64_t events = 100000;

const std::string& journal()
{
    static const std::string made = [] {
        JournalHead head;
        std::string out;
        for (std::int64_t i = 0; i < events; ++i) {
            JournalEvent event;
            event.recorded = Instant{1758700000 + i};
            event.occurred = Instant{1758699000 + i};
            event.actor = "p-1" + std::to_string(i % 50);
            event.event = "file";
            event.role = "unit-head";
            event.initiative = "SK-" + std::to_string(i % 300);
            out += journal_line(event, head);
        }
        return out;
    }();
    return made;
}

std::string hashed(const std::string& bytes)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), out, &size, EVP_sha256(), nullptr);
    return {reinterpret_cast<const char*>(out), size};
}

// One byte changed anywhere is found by both.
void check_both()
{
    const std::string whole = hashed(journal());
    bool same = verify_journal_chain(journal()).holds();
    for (std::size_t i = 1; i <= 20; ++i) {
        std::string altered = journal();
        altered[altered.size() / 21 * i] ^= 1;
        same = same && hashed(altered) != whole && !verify_journal_chain(altered).holds();
    }
    std::fprintf(stderr, "journal: %zu bytes, 20 changed bits found by both: %s\n", journal().size(),
                 same ? "yes" : "no");
    if (!same) std::abort();
}

void chain(benchmark::State& state)
{
    static const bool checked = (check_both(), true);
    benchmark::DoNotOptimize(checked);
    for (auto _ : state) benchmark::DoNotOptimize(verify_journal_chain(journal()).holds());
}
BENCHMARK(chain)->Name("journal_chain")->Unit(benchmark::kMillisecond);

void hash(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(hashed(journal()));
}
BENCHMARK(hash)->Name("journal_libcrypto")->Unit(benchmark::kMillisecond);

}  // namespace
