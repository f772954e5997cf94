package org.gatun.checkpoint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Counts the tensors in a tree of objects, which a hostile file can make cyclic. */
final class TensorCount {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> pending = new ArrayDeque<>();

    int of(Object root) {
        int count = 0;
        visit(root);
        while (!pending.isEmpty()) {
            switch (pending.pop()) {
                case StoredTensor _ -> count++;
                case Map<?, ?> map -> map.values().forEach(this::visit);
                case Collection<?> items -> items.forEach(this::visit);
                case ForeignObject object -> {
                    visit(object.state());
                    object.arguments().forEach(this::visit);
                }
                default -> {}
            }
        }
        return count;
    }

    private void visit(Object value) {
        if (value != null && seen.add(value)) {
            pending.push(value);
        }
    }
}
