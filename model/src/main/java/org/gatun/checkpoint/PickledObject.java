package org.gatun.checkpoint;

import java.util.Set;

/** What a PyTorch file holds, and the qualified names in it that are not on the allow-list. */
record PickledObject(Object value, Set<String> foreign) {}
