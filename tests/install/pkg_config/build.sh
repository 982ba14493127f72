#!/bin/sh
# build.sh COMPILER LIBDIR WORKDIR VERSION: a host without CMake.
set -eu
here=$(dirname "$0")
PKG_CONFIG_PATH=$2/pkgconfig:$2/../share/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # the flags are words
"$1" -std=c++17 "$here/../consumer/main.cpp" "$here/../consumer/other.cpp" \
    $(pkg-config --cflags --libs sangkien) -o "$3/pkg_config_consumer"
LD_LIBRARY_PATH=$2 "$3/pkg_config_consumer" "$4"
