// Hand-written JNI to the functions of gatun.h: the other way from Java to the same C. A call that fails throws a RuntimeException with
// the message of gatun_last_error.
#include <jni.h>

#include <cstring>
#include <vector>

#include "gatun.h"

#define NATIVE(type, name) extern "C" JNIEXPORT type JNICALL Java_org_gatun_benchmarks_jni_Jni_##name

namespace {

constexpr int32_t float32 = 6;  // c10::ScalarType::Float
constexpr int32_t int64 = 4;    // c10::ScalarType::Long

void raise(JNIEnv *env) { env->ThrowNew(env->FindClass("java/lang/RuntimeException"), gatun_last_error()); }

jlong checked(JNIEnv *env, int64_t tensor) {
  if (tensor == GATUN_NO_TENSOR) {
    raise(env);
  }
  return tensor;
}

int64_t release_queue() {
  static const int64_t queue = gatun_release_queue_new();
  return queue;
}

// Whether the call succeeded; if not, an exception is on its way, and nothing more may be asked of JNI.
bool check(JNIEnv *env, int32_t status) {
  if (status != GATUN_OK) {
    raise(env);
  }
  return status == GATUN_OK;
}

constexpr jsize capacity = 16;

// A long[] in C++, copied as JNI's manual recommends for short arrays.
class Longs {
 public:
  Longs(JNIEnv *env, jlongArray array) : length_(env->GetArrayLength(array)) {
    if (length_ > capacity) {
      env->FatalError("more numbers than the benchmarks need");
    }
    env->GetLongArrayRegion(array, 0, length_, values_);
  }

  const int64_t *values() const { return reinterpret_cast<const int64_t *>(values_); }
  int64_t length() const { return length_; }

 private:
  jsize length_;
  jlong values_[capacity];
};

}  // namespace

NATIVE(void, nothing)(JNIEnv *, jclass) {}

NATIVE(void, delete)(JNIEnv *, jclass, jlong tensor) { gatun_tensor_delete(tensor); }

NATIVE(void, deleteAll)(JNIEnv *env, jclass, jlongArray tensors, jint length) {
  static thread_local std::vector<jlong> handles;  // what a deleter does may not be done while the array is pinned
  handles.resize(static_cast<size_t>(length));
  env->GetLongArrayRegion(tensors, 0, length, handles.data());
  gatun_tensors_delete(reinterpret_cast<const int64_t *>(handles.data()), length);
}

NATIVE(jlong, size)(JNIEnv *, jclass, jlong tensor, jlong dim) { return gatun_tensor_size(tensor, dim); }

NATIVE(jlong, empty)(JNIEnv *env, jclass, jlong size) {
  return checked(env, gatun_empty_memory_format(reinterpret_cast<const int64_t *>(&size), 1, float32, 0, 0, GATUN_ABSENT));
}

NATIVE(jlong, randn)(JNIEnv *env, jclass, jlongArray size) {
  const Longs sizes(env, size);
  return checked(env, gatun_randn(sizes.values(), sizes.length(), float32, 0, 0));
}

NATIVE(jlong, zerosLike)(JNIEnv *env, jclass, jlong self) {
  return checked(env, gatun_zeros_like(self, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT));
}

NATIVE(void, requireGrad)(JNIEnv *env, jclass, jlong self) { check(env, gatun_requires_grad_(self, 1)); }

NATIVE(jdouble, item)(JNIEnv *env, jclass, jlong self) {
  double value = 0;
  check(env, gatun_tensor_item_double(self, &value));
  return value;
}

NATIVE(jlong, mul)(JNIEnv *env, jclass, jlong self, jlong other) { return checked(env, gatun_mul_Tensor(self, other)); }

NATIVE(jlong, sum)(JNIEnv *env, jclass, jlong self) { return checked(env, gatun_sum(self, GATUN_ABSENT)); }

NATIVE(jlong, add)(JNIEnv *env, jclass, jlong self, jlong other) {
  return checked(env, gatun_add_Tensor(self, other, GATUN_SCALAR_INT, 1));
}

NATIVE(jlong, addScalar)(JNIEnv *env, jclass, jlong self, jdouble other) {
  int64_t bits;
  std::memcpy(&bits, &other, sizeof bits);
  return checked(env, gatun_add_Scalar(self, GATUN_SCALAR_FLOAT, bits, GATUN_SCALAR_INT, 1));
}

NATIVE(jlong, view)(JNIEnv *env, jclass, jlong self, jlongArray size) {
  const Longs sizes(env, size);
  return checked(env, gatun_view(self, sizes.values(), sizes.length()));
}

NATIVE(jlong, transpose)(JNIEnv *env, jclass, jlong self, jlong dim0, jlong dim1) {
  return checked(env, gatun_transpose_int(self, dim0, dim1));
}

NATIVE(jlong, matmul)(JNIEnv *env, jclass, jlong self, jlong other) { return checked(env, gatun_matmul(self, other)); }

NATIVE(jlong, cat)(JNIEnv *env, jclass, jlongArray tensors, jlong dim) {
  const Longs handles(env, tensors);
  return checked(env, gatun_cat(handles.values(), handles.length(), dim));
}

NATIVE(jlong, linear)(JNIEnv *env, jclass, jlong input, jlong weight, jlong bias) {
  return checked(env, gatun_linear(input, weight, bias));
}

NATIVE(jlong, relu)(JNIEnv *env, jclass, jlong self) { return checked(env, gatun_relu(self)); }

NATIVE(jlong, gelu)(JNIEnv *env, jclass, jlong self) { return checked(env, gatun_gelu(self, "none")); }

NATIVE(jlong, layerNorm)(JNIEnv *env, jclass, jlong input, jlong width, jlong weight, jlong bias) {
  return checked(env, gatun_layer_norm(input, reinterpret_cast<const int64_t *>(&width), 1, weight, bias, 1e-5, 1));
}

NATIVE(jlong, embedding)(JNIEnv *env, jclass, jlong weight, jlong indices) {
  return checked(env, gatun_embedding(weight, indices, -1, 0));
}

NATIVE(jlong, narrow)(JNIEnv *env, jclass, jlong self, jlong dim, jlong start, jlong length) {
  return checked(env, gatun_narrow(self, dim, start, length));
}

NATIVE(void, copy)(JNIEnv *env, jclass, jlong self, jlong source) { check(env, gatun_copy_(self, source, 0)); }

NATIVE(jlong, scaledDotProductAttention)(JNIEnv *env, jclass, jlong query, jlong key, jlong value) {
  return checked(env, gatun_scaled_dot_product_attention(query, key, value, GATUN_NO_TENSOR, 0, 0, 0, 0, 0));
}

NATIVE(jlong, mseLoss)(JNIEnv *env, jclass, jlong self, jlong target) { return checked(env, gatun_mse_loss(self, target, 1)); }

NATIVE(void, grad)(JNIEnv *env, jclass, jlong output, jlongArray inputs, jlongArray grads) {
  const Longs handles(env, inputs);
  int64_t results[capacity];
  const int64_t outputs[] = {output};
  if (check(env, gatun_autograd_grad(outputs, 1, handles.values(), handles.length(), nullptr, 0, 0, 0, 0, results))) {
    env->SetLongArrayRegion(grads, 0, static_cast<jsize>(handles.length()), reinterpret_cast<jlong *>(results));
  }
}

NATIVE(jint, setGradEnabled)(JNIEnv *, jclass, jint enabled) {
  const int32_t previous = gatun_grad_mode_is_enabled();
  gatun_grad_mode_set_enabled(enabled);
  return previous;
}

NATIVE(void, addOne)(JNIEnv *env, jclass, jlongArray tensors) {
  const Longs handles(env, tensors);
  check(env, gatun__foreach_add__Scalar(handles.values(), handles.length(), GATUN_SCALAR_INT, 1));
}

NATIVE(void, fusedAdamW)(JNIEnv *env, jclass, jlongArray self, jlongArray grads, jlongArray exp_avgs, jlongArray exp_avg_sqs,
                         jlongArray steps, jdouble lr) {
  const Longs p(env, self), g(env, grads), m(env, exp_avgs), v(env, exp_avg_sqs), t(env, steps);
  const int64_t n = p.length();
  check(env, gatun__fused_adamw_(p.values(), n, g.values(), n, m.values(), n, v.values(), n, nullptr, 0, t.values(), n, lr, 0.9,
                                 0.999, 0.01, 1e-8, 0, 0, GATUN_NO_TENSOR, GATUN_NO_TENSOR));
}

NATIVE(jlong, token)(JNIEnv *env, jclass) {
  const int64_t size[] = {1, 1};
  return checked(env, gatun_zeros(size, 2, int64, 0, 0));
}

NATIVE(jlong, copyOf)(JNIEnv *env, jclass, jfloatArray source) {
  const jsize length = env->GetArrayLength(source);
  const jlong tensor = Java_org_gatun_benchmarks_jni_Jni_empty(env, nullptr, length);
  if (tensor != GATUN_NO_TENSOR) {
    env->GetFloatArrayRegion(source, 0, length, reinterpret_cast<jfloat *>(gatun_tensor_data_ptr(tensor)));
  }
  return tensor;
}

NATIVE(void, read)(JNIEnv *env, jclass, jlong tensor, jfloatArray target) {
  env->SetFloatArrayRegion(target, 0, env->GetArrayLength(target), reinterpret_cast<jfloat *>(gatun_tensor_data_ptr(tensor)));
}

NATIVE(jlong, viewOf)(JNIEnv *env, jclass, jobject buffer, jlong length) {
  return checked(env, gatun_tensor_from_memory(env->GetDirectBufferAddress(buffer), reinterpret_cast<const int64_t *>(&length),
                                               nullptr, 1, float32, 0, 0, release_queue(), 0));
}

NATIVE(jobject, memory)(JNIEnv *env, jclass, jlong tensor) {
  return env->NewDirectByteBuffer(reinterpret_cast<void *>(gatun_tensor_data_ptr(tensor)),
                                  gatun_tensor_numel(tensor) * static_cast<jlong>(sizeof(float)));
}

NATIVE(void, takeReleased)(JNIEnv *, jclass) {
  int64_t token;
  gatun_take_released(release_queue(), &token, 1);
}

// Calls Jni.identity n times, and returns how many of the calls went wrong.
NATIVE(jlong, upcalls)(JNIEnv *env, jclass type, jlong n) {
  static const jmethodID identity = env->GetStaticMethodID(type, "identity", "(J)J");
  jlong failed = 0;
  for (jlong i = 0; i < n; i++) {
    failed += env->CallStaticLongMethod(type, identity, i) != i;
  }
  return failed;
}
