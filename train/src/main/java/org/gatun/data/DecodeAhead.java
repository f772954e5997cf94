package org.gatun.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Decodes the pictures that will be asked for next in threads of its own. For one consumer. */
final class DecodeAhead implements DecodedImages {
    private record Decoding(int place, Future<Optional<DecodedItem>> image) {}

    private final DecodingThreads threads;
    private final int window;
    private final Deque<Decoding> underWay = new ArrayDeque<>();
    private final Set<Integer> knownUnreadable = new HashSet<>();
    private int[] order = {};
    private int nextPlace;

    /** @param window how many pictures are decoded or being decoded at a time */
    DecodeAhead(DecodingThreads threads, int window) {
        this.threads = threads;
        this.window = window;
    }

    @Override
    public void expect(int[] newOrder, int from) {
        underWay.forEach(decoding -> decoding.image().cancel(false));
        underWay.clear();
        order = newOrder;
        nextPlace = from;
        fill();
    }

    @Override
    public Optional<DecodedItem> at(int place) {
        while (!underWay.isEmpty() && underWay.peek().place() < place) {
            underWay.remove();
        }
        fill();
        Decoding head = underWay.peek();
        if (head == null || head.place() > place) {
            return Optional.empty();
        }
        Optional<DecodedItem> image = DecodingThreads.await(head.image());
        if (image.isEmpty()) {
            knownUnreadable.add(order[place]);
        }
        return image;
    }

    private void fill() {
        while (underWay.size() < window && nextPlace < order.length) {
            int place = nextPlace++;
            if (!knownUnreadable.contains(order[place])) {
                underWay.add(new Decoding(place, threads.decode(order[place])));
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
