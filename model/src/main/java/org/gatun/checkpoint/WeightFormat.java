package org.gatun.checkpoint;

/** The file formats that {@link WeightFile#open} knows. */
public enum WeightFormat {
    /** A JSON header and the elements; made for memory mapping. */
    SAFETENSORS,
    /** {@code torch.save} since PyTorch 1.6: a zip archive with a pickle and one uncompressed entry a storage. */
    PYTORCH_ZIP,
    /** {@code torch.save} before PyTorch 1.6, as torchvision's older weights: pickles followed by the storages. */
    PYTORCH_LEGACY
}
