#include <algorithm>
#include <cstring>
#include <exception>

#include "marshalling.hpp"

namespace {

// Fixed, so that storing a message can't fail in turn.
thread_local char last_error[4096];

void store(const char *message) noexcept {
  // libtorch appends where in its sources the exception was raised, and the backtrace: of no use to a caller.
  const char *end = std::strstr(message, "\nException raised from ");
  size_t length = end == nullptr ? std::strlen(message) : static_cast<size_t>(end - message);
  length = std::min(length, sizeof last_error - 1);
  std::memcpy(last_error, message, length);
  last_error[length] = '\0';
}

}  // namespace

void gatun::record_exception() noexcept {
  try {
    throw;
  } catch (const std::bad_alloc &) {
    store("out of memory (std::bad_alloc)");
  } catch (const std::exception &e) {
    store(e.what());
  } catch (...) {
    store("a C++ exception that is not a std::exception");
  }
}

const char *gatun_last_error(void) { return last_error; }

int32_t gatun_disable_backtraces(void) try {
  c10::SetStackTraceFetcher([] { return std::string(); });
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
