package org.gatun.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names that are known where another was found: proposes the one that was probably meant. */
record KnownNames(Collection<String> names) {

    /** The part of a name that may be wrong for another to be proposed: a third. */
    private static final int TOLERANCE = 3;

    /** {@code ; did you mean 'ch_mult'? Known: ch, ch_mult}. */
    String hint(String unknown) {
        String known = names.isEmpty() ? "None is known here" : "Known: " + String.join(", ", names);
        return nearest(unknown).map(name -> "; did you mean '" + name + "'? ").orElse(". ") + known;
    }

    /** The known name of the smallest edit distance, if that is small. */
    private Optional<String> nearest(String unknown) {
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        if (unknown.length() > 2 * longest) {
            return Optional.empty();
        }
        return names.stream()
                .min(Comparator.comparingInt(name -> editDistance(unknown, name)))
                .filter(name -> editDistance(unknown, name)
                        <= Math.max(1, Math.max(unknown.length(), name.length()) / TOLERANCE));
    }

    /** Levenshtein's distance: insertions, deletions and replacements, ignoring case. */
    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
