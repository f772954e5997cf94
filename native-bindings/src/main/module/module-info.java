/** libtorch for Java: tensors, autograd and devices. Its raw bindings stay inside. */
module org.gatun.torch {
    exports org.gatun.torch;
}
