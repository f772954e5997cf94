/**
 * From picture files to batches of float32 pixels in off-heap memory.
 *
 * <p>{@link org.gatun.data.ImageDataset} lists pictures in two splits, {@link org.gatun.data.BatchSource}
 * turns a split into an endless, resumable sequence of batches, and {@link org.gatun.data.IconFolderWriter} cuts an Iconify
 * icon set into such a folder. The package knows memory segments and arrays, not tensors.
 */
package org.gatun.data;
