package org.gatun.vqgan.quantize;

/** What stands for a code that a remapping does not know: {@code unknown_index} in the reference. */
public sealed interface UnknownIndex {

    /** Any of the known ones, drawn anew each time: the reference's default. */
    record Random() implements UnknownIndex {}

    /** One index more, behind the known ones. Looked up, it is the first of them. */
    record Extra() implements UnknownIndex {}

    /** Always the same of the known ones. */
    record Fixed(int index) implements UnknownIndex {}
}
