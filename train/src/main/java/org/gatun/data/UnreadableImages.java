package org.gatun.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pictures that were skipped because they couldn't be read. Safe for use by several threads. */
public final class UnreadableImages {
    private static final int NAMED = 10;

    private final SortedMap<Path, String> reasons = Collections.synchronizedSortedMap(new TreeMap<>());

    void add(UnreadableImageException unreadable) {
        reasons.put(unreadable.file(), unreadable.getMessage());
    }

    /** Number of pictures skipped so far. */
    public int count() {
        return reasons.size();
    }

    /** The files skipped so far, with the reason: a copy. */
    public Map<Path, String> reasons() {
        synchronized (reasons) {
            return new TreeMap<>(reasons);
        }
    }

    /** A line for a log, with the first ten names; empty if nothing was skipped. */
    public String summary() {
        return summary(reasons());
    }

    /** The same of some of them. */
    public static String summary(Map<Path, String> all) {
        if (all.isEmpty()) {
            return "";
        }
        String named = all.entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("; "));
        String more = all.size() > NAMED ? "; and " + (all.size() - NAMED) + " more" : "";
        return (all.size() == 1 ? "1 unreadable picture skipped: " : all.size() + " unreadable pictures skipped: ")
                + named
                + more;
    }
}
