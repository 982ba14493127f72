#pragma once

#include <openssl/evp.h>

#include <new>

#include "digest.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string sha256(std::string_view text)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    // The only way this fails with valid arguments is a lack of memory.
    if (EVP_Digest(text.data(), text.size(), bytes, &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    std::string out;
    for (unsigned int i = 0; i < size; ++i) {
        out += "0123456789abcdef"[bytes[i] >> 4];
        out += "0123456789abcdef"[bytes[i] & 15];
    }
    return out;
}

}  // namespace sangkien
