// Loops on the threads that libtorch's own loops use.
#pragma once

#include <algorithm>

#include "libtorch_abi.hpp"
#include "optional_symbols.hpp"

namespace gatun {

// OpenMP as libtorch_cpu has it: what the process has for all, or what came with libtorch. A second OpenMP, linked here, would come with
// threads of its own, and waiting threads of the one would hold up the other. Where libtorch has none, loops run on the calling thread.
struct OpenMp {
  void (*parallel)(void (*body)(void *), void *data, unsigned threads, unsigned flags);
  int (*thread_num)();
  int (*num_threads)();

  static const OpenMp &of_libtorch() {
    static const OpenMp found{symbol<void(void (*)(void *), void *, unsigned, unsigned)>("GOMP_parallel"),
                              symbol<int()>("omp_get_thread_num"), symbol<int()>("omp_get_num_threads")};
    return found;
  }

  template <class Symbol>
  static Symbol *symbol(const char *name) {
    void *of_process = dlsym(RTLD_DEFAULT, name);
    return of_process != nullptr ? reinterpret_cast<Symbol *>(of_process) : find<Symbol>(torch_cpu, name);
  }

  bool available() const { return parallel != nullptr && thread_num != nullptr && num_threads != nullptr; }
};

// The parts that parallel_for makes at most.
inline int64_t max_parts() { return std::max(at::get_num_threads(), 1); }

// Calls body(part, begin, end) for the parts of [0, count), one part a thread. The body must not throw.
template <class Body>
void parallel_for(int64_t count, const Body &body) {
  const OpenMp &omp = OpenMp::of_libtorch();
  const int64_t threads = std::min(max_parts(), count);
  if (threads < 2 || !omp.available()) {
    body(int64_t{0}, int64_t{0}, count);
    return;
  }
  struct Loop {
    const OpenMp &omp;
    int64_t count;
    const Body &body;
  } loop{omp, count, body};
  omp.parallel(
      [](void *data) {
        const Loop &own = *static_cast<const Loop *>(data);
        const int64_t thread = own.omp.thread_num();
        const int64_t threads = own.omp.num_threads();
        own.body(thread, own.count * thread / threads, own.count * (thread + 1) / threads);
      },
      &loop, static_cast<unsigned>(threads), 0);
}

}  // namespace gatun
