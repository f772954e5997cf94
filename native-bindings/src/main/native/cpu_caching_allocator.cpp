// A cache of small blocks before libtorch's CPU allocator. That one asks for aligned memory, which glibc serves on its slow path: some
// tenth of the time of an operator on few elements.
#include <dlfcn.h>
#if defined(__GLIBC__)
#include <link.h>
#endif
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

#include <array>
#include <utility>

#include "marshalling.hpp"
#include "optional_symbols.hpp"

namespace {

constexpr size_t alignment = 64;

// A block is at most a quarter larger than what was asked for, from 256 bytes on.
constexpr size_t block_sizes[] = {64,   128,  192,  256,  320,  384,  448,  512,  640,  768,   896,   1024,  1280,  1536,
                                  1792, 2048, 2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192,  10240, 12288, 14336, 16384};
constexpr size_t size_classes = std::size(block_sizes);
constexpr size_t largest_block = block_sizes[size_classes - 1];

// What a thread keeps of one size.
constexpr size_t kept_bytes = 64 << 10;

constexpr auto make_class_of_lines() {
  std::array<uint8_t, largest_block / alignment> classes{};
  size_t size_class = 0;
  for (size_t line = 0; line < classes.size(); line++) {
    if ((line + 1) * alignment > block_sizes[size_class]) {
      size_class++;
    }
    classes[line] = static_cast<uint8_t>(size_class);
  }
  return classes;
}
constexpr auto class_of_lines = make_class_of_lines();

constexpr size_t class_of(size_t bytes) { return class_of_lines[(bytes - 1) / alignment]; }
static_assert(class_of(1) == 0 && class_of(64) == 0 && class_of(65) == 1 && class_of(257) == 4 && class_of(513) == 8 &&
              class_of(largest_block) == size_classes - 1);

// What nobody may touch: a free block, and the end of one that is larger than what was asked for.
void forbid([[maybe_unused]] void *block, [[maybe_unused]] size_t from, [[maybe_unused]] size_t to) {
#if defined(__SANITIZE_ADDRESS__)
  __asan_poison_memory_region(static_cast<char *>(block) + from, to - from);
#endif
}

void allow([[maybe_unused]] void *block, [[maybe_unused]] size_t size) {
#if defined(__SANITIZE_ADDRESS__)
  __asan_unpoison_memory_region(block, size);
#endif
}

// A block that is free begins with the address of the next one.
struct FreeBlock {
  FreeBlock *next;
};

// libtorch's own allocator and what frees its blocks; set once, before the first block is given out.
c10::Allocator *backing = nullptr;
c10::DeleterFnPtr free_backing = nullptr;

// Without a destructor, as tensors may be freed after all destructors of a thread, or of the process, have run.
struct ThreadCache {
  FreeBlock *first[size_classes];
  size_t kept[size_classes];
  bool in_use;
  bool ended;

  // Empties the cache at the end of the thread.
  void begin();

  void end() {
    ended = true;
    for (size_t size_class = 0; size_class < size_classes; size_class++) {
      while (first[size_class] != nullptr) {
        free_backing(take(size_class));
      }
    }
  }

  void *take(size_t size_class) {
    FreeBlock *block = first[size_class];
    allow(block, block_sizes[size_class]);
    first[size_class] = block->next;
    kept[size_class]--;
    return block;
  }

  bool keep(void *block, size_t size_class) {
    if (ended || kept[size_class] == kept_bytes / block_sizes[size_class]) {
      return false;
    }
    if (!in_use) {
      begin();
    }
    allow(block, block_sizes[size_class]);
    first[size_class] = new (block) FreeBlock{first[size_class]};
    forbid(block, 0, block_sizes[size_class]);
    kept[size_class]++;
    return true;
  }
};

thread_local ThreadCache cache;

void ThreadCache::begin() {
  struct ThreadEnd {
    ~ThreadEnd() { cache.end(); }
  };
  static thread_local ThreadEnd at_thread_end;
  static_cast<void>(&at_thread_end);
  in_use = true;
}

// Which deleter it has tells the size of a block.
template <size_t size_class>
void free_block(void *block) {
  if (!cache.keep(block, size_class)) {
    free_backing(block);
  }
}

template <size_t... size_class>
constexpr std::array<c10::DeleterFnPtr, sizeof...(size_class)> deleters_of(std::index_sequence<size_class...>) {
  return {&free_block<size_class>...};
}
constexpr auto deleters = deleters_of(std::make_index_sequence<size_classes>());

struct CpuCachingAllocator final : c10::Allocator {
  c10::DataPtr allocate(size_t n) override {
    if (n == 0 || n > largest_block) {
      return backing->allocate(n);
    }
    const size_t size_class = class_of(n);
    void *block = cache.first[size_class] == nullptr ? backing->allocate(block_sizes[size_class]).release_context()
                                                     : cache.take(size_class);
    forbid(block, n, block_sizes[size_class]);
    constexpr c10::Device cpu{c10::DeviceType{0}, -1};
    return {block, block, deleters[size_class], cpu};
  }

  // Not the deleter that a block comes with, which keeps it, but right for any of them, as they all come from there.
  c10::DeleterFnPtr raw_deleter() const override { return free_backing; }

  void copy_data(void *dest, const void *src, size_t count) const override { backing->copy_data(dest, src, count); }
};

// Whether libtorch's allocators have the virtual functions that are declared here: two words of type information, two destructors and
// four functions. A libtorch that is newer than this may have more.
bool has_known_functions() {
#if defined(__GLIBC__)
  const void *table = gatun::find<const void>("libc10.so", "_ZTVN3c109AllocatorE");
  Dl_info library;
  const ElfW(Sym) *symbol = nullptr;
  return table != nullptr && dladdr1(table, &library, reinterpret_cast<void **>(const_cast<ElfW(Sym) **>(&symbol)), RTLD_DL_SYMENT) != 0 &&
         symbol != nullptr && symbol->st_size == 8 * sizeof(void *);
#else
  return false;
#endif
}

// Whether its blocks can be freed without their DataPtr.
bool is_cacheable(c10::Allocator &allocator) {
  if (allocator.raw_deleter() == nullptr) {
    return false;
  }
  const c10::DataPtr block = allocator.allocate(alignment);
  return block.get() == block.get_context() && block.get_deleter() == allocator.raw_deleter();
}

}  // namespace

int32_t gatun_cache_cpu_blocks(void) try {
  static const bool in_place = [] {
    if (!has_known_functions()) {
      return false;
    }
    c10::Allocator *found = c10::GetCPUAllocator();
    if (!is_cacheable(*found)) {
      return false;
    }
    backing = found;
    free_backing = found->raw_deleter();
    auto *caching = new CpuCachingAllocator;  // never destroyed: tensors may be freed at the very end of the process
    c10::SetCPUAllocator(caching, 0);
    return c10::GetCPUAllocator() == caching;
  }();
  return in_place ? 1 : 0;
}
GATUN_CATCH(0)

int64_t gatun_cached_cpu_bytes(void) {
  size_t bytes = 0;
  for (size_t size_class = 0; size_class < size_classes; size_class++) {
    bytes += cache.kept[size_class] * block_sizes[size_class];
  }
  return static_cast<int64_t>(bytes);
}
