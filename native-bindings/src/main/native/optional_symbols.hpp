// Functions that only some builds of libtorch have: CUDA's, a particular BLAS's.
#pragma once

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace gatun {

constexpr const char *torch_cpu = "libtorch_cpu.so";
constexpr const char *c10_cuda = "libc10_cuda.so";
constexpr const char *torch_cuda = "libtorch_cuda.so";

// A symbol of a library that may or may not be loaded, or of what that library needs. The JVM loads libraries locally, so only their
// own handle finds it.
template <class Symbol>
Symbol *find(const char *library, const char *symbol) noexcept {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
  if (handle == nullptr) {
    return nullptr;
  }
  void *address = dlsym(handle, symbol);
  dlclose(handle);  // gives back the count that dlopen took; the library stays loaded
  return reinterpret_cast<Symbol *>(address);
}

template <class Symbol>
Symbol *require(const char *library, const char *symbol) {
  if (Symbol *found = find<Symbol>(library, symbol)) {
    return found;
  }
  throw std::runtime_error(std::string("this needs ") + library + " with the symbol " + symbol +
                           ", which the libtorch in use does not have");
}

}  // namespace gatun
