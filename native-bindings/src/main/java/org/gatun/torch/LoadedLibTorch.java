package org.gatun.torch;

import java.nio.file.Path;

/**
 * The libtorch of this process.
 *
 * @param folder where its libraries are
 * @param preloaded whether somebody else loaded it: another class loader, another binding, a program that this JVM is a part of. Its
 *     settings are then left alone.
 * @param blasPreloaded whether somebody else loaded the OpenBLAS that it uses, if it uses one
 */
record LoadedLibTorch(Path folder, boolean preloaded, boolean blasPreloaded) {}
