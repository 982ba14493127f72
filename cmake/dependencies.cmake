# Each dependency once. An installed package is taken; only when there is none is the archive downloaded.
include(FetchContent)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})

# Downloaded dependencies build nothing but themselves, and are installed with us: the installed package asks for them.
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # the lines below reach projects that were written for an older CMake
set(CMAKE_POLICY_VERSION_MINIMUM 3.5) # and CMake 4 takes those
set(JSON_BuildTests OFF)
set(JSON_Install ${SANGKIEN_INSTALL})
set(UTF8PROC_INSTALL OFF) # its rules ignore the prefix; ours are below
set(CLI11_BUILD_TESTS OFF)
set(CLI11_BUILD_EXAMPLES OFF)
set(CLI11_INSTALL OFF)
set(CATCH_INSTALL_DOCS OFF)

FetchContent_Declare(nlohmann_json SYSTEM
    URL https://github.com/nlohmann/json/archive/refs/tags/v3.12.0.tar.gz
    URL_HASH SHA256=4b92eb0c06d10683f7447ce9406cb97cd4b453be18d7279320f7b2f025c10187
    FIND_PACKAGE_ARGS 3.7)
FetchContent_Declare(date SYSTEM
    URL https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
    URL_HASH SHA256=7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538
    FIND_PACKAGE_ARGS 3.0)
FetchContent_Declare(utf8proc SYSTEM
    URL https://github.com/JuliaStrings/utf8proc/archive/v2.7.0.tar.gz
    URL_HASH SHA256=4bb121e297293c0fd55f08f83afab6d35d48f0af4ecc07523ad8ec99aa2b12a1
    FIND_PACKAGE_ARGS MODULE)
FetchContent_Declare(CLI11 SYSTEM
    URL https://github.com/CLIUtils/CLI11/archive/v2.6.2.tar.gz
    URL_HASH SHA256=c6ea6b2e5608b3ea8617999bd5f47420c71b2ebdb8dc4767c1034d1da5785711
    FIND_PACKAGE_ARGS 2.1)
FetchContent_Declare(Catch2 SYSTEM
    URL https://github.com/catchorg/Catch2/archive/v2.12.4.tar.gz
    URL_HASH SHA256=5436725bbc6ee131a0bc9545bef31f0adabbb21fbc39fb6f1b2a42c12e4f8107
    FIND_PACKAGE_ARGS)

# The Debian package that has a CMake package.
set(debian_nlohmann_json nlohmann-json3-dev)
set(debian_date libhowardhinnant-date-dev)
set(debian_utf8proc libutf8proc-dev)
set(debian_CLI11 libcli11-dev)
set(debian_Catch2 catch2)
set(debian_OpenSSL libssl-dev)
set(debian_benchmark libbenchmark-dev)
set(debian_pybind11 pybind11-dev)

set(fetched nlohmann_json date utf8proc)
set(installed OpenSSL)
if(SANGKIEN_CLI)
    list(APPEND fetched CLI11)
endif()
if(SANGKIEN_BUILD_TESTS)
    list(APPEND fetched Catch2)
endif()
if(SANGKIEN_BENCH)
    list(APPEND installed benchmark)
endif()
if(SANGKIEN_PYTHON)
    set(PYBIND11_FINDPYTHON ON)
    find_package(Python REQUIRED COMPONENTS Interpreter Development.Module)
    list(APPEND installed pybind11)
endif()

set(missing "")
if(SANGKIEN_DEPS STREQUAL system)
    set(demanded ${installed} ${fetched})
else()
    set(demanded ${installed})
endif()
foreach(package IN LISTS demanded)
    find_package(${package} QUIET)
    if(NOT ${package}_FOUND)
        list(APPEND missing ${debian_${package}})
    endif()
endforeach()
if(missing)
    list(JOIN missing " " missing)
    message(FATAL_ERROR "sangkien: packages are missing. On Debian:\n  apt-get install ${missing}")
endif()
FetchContent_MakeAvailable(${fetched})

# The archive of utf8proc names its target without a namespace and its headers without a folder.
if(NOT TARGET utf8proc::utf8proc)
    set(utf8proc_fetched ON)
    target_include_directories(utf8proc SYSTEM INTERFACE ${utf8proc_SOURCE_DIR})
    add_library(utf8proc::utf8proc ALIAS utf8proc)
    if(SANGKIEN_INSTALL)
        install(TARGETS utf8proc)
        install(FILES ${utf8proc_SOURCE_DIR}/utf8proc.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    endif()
endif()
