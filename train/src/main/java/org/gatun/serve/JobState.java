package org.gatun.serve;

import java.util.List;

/** How far a job is. */
sealed interface JobState {

    /** It waits for its turn; {@code ahead} jobs are to be finished before, with the one that is being worked on. */
    record Waiting(int ahead) implements JobState {}

    /**
     * It is being worked on.
     *
     * @param done codes of each picture that are there
     * @param total codes of each picture in the end
     * @param pictures PNG files of what was there when it was last decoded; empty before
     */
    record Running(long done, long total, List<byte[]> pictures) implements JobState {}

    /** It is done; {@code pictures} are PNG files. */
    record Finished(List<byte[]> pictures, double seconds) implements JobState {}

    /** The model could not do it; the message says why. */
    record Failed(String message) implements JobState {}

    /** Nobody wants it any more. */
    record Cancelled() implements JobState {}

    /** Whether nothing follows. */
    default boolean isEnd() {
        return switch (this) {
            case Waiting _, Running _ -> false;
            case Finished _, Failed _, Cancelled _ -> true;
        };
    }
}
