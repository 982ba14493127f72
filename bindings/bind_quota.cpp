// What each unit owes and has, and what is still possible.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// The accounts as JSON, as text in Vietnamese and English, and as CSV.
std::tuple<std::string, std::string, std::string, std::string> accounts_of(const std::shared_ptr<Rules>& rules,
                                                                           const Season& season, std::int64_t as_of)
{
    const py::gil_scoped_release quiet;
    const std::vector<QuotaAccount> found = quota_accounts(*rules, season, {as_of});
    return {quota_json(found, {as_of}), quota_text(found, {as_of}, Language::vi),
            quota_text(found, {as_of}, Language::en), quota_csv(found)};
}

}  // namespace

void bind_quota(py::module_& module)
{
    module.def("quota", &accounts_of, py::arg("rules"), py::arg("season"), py::arg("as_of"));
}

}  // namespace sangkien::python
