package org.gatun.cli;

import java.util.HashSet;
import java.util.Set;

/** Turns names, of classes or files, into folder names: each is one element of a path, and no two are the same. */
final class FolderNames {

    private final Set<String> taken = new HashSet<>();

    String of(String name) {
        String wanted = name.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-").replaceAll("^\\.+", "");
        String unused = wanted;
        for (int i = 2; unused.isEmpty() || !taken.add(unused); i++) {
            unused = wanted + "-" + i;
        }
        return unused;
    }
}
