package org.gatun.torch;

/** A row of the tables in which every operator of ops.txt is tested. */
sealed interface OperatorRow permits OperatorCase, RandomOperatorCase {

    /** The operator as ops.txt names it, {@code add.Tensor}. */
    String operator();

    /** Calls it, and leaves what it returns to the open scope. */
    void run();
}
