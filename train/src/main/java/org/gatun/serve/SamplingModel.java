package org.gatun.serve;

import java.util.List;
import java.util.function.Supplier;

/** What draws pictures. It is opened, used and closed by one and the same platform thread. */
interface SamplingModel extends AutoCloseable {

    /** Opens a model on the thread that will use it. */
    @FunctionalInterface
    interface Loader {
        SamplingModel load();
    }

    /** Told as a picture fills in; what it throws ends the sampling. */
    @FunctionalInterface
    interface Listener {

        /**
         * More codes are there.
         *
         * @param done codes of each picture that are there
         * @param total codes of each picture in the end
         * @param pictures decodes what is there so far: a PNG file for each picture, transparent where nothing is yet. This costs as much
         *     as decoding whole pictures
         */
        void onProgress(long done, long total, Supplier<List<byte[]>> pictures);
    }

    /** What requests may ask for. */
    ModelDescription description();

    /** Draws what was asked for: a PNG file for each picture. */
    List<byte[]> sample(SampleRequest request, Listener listener);

    @Override
    void close();
}
