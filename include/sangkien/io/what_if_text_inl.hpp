#pragma once

#include "what_if_text.hpp"

#include "what_if_asked_inl.hpp"
#include "what_if_json_inl.hpp"
#include "what_if_page_inl.hpp"
#include "what_if_reader_inl.hpp"
