package org.ipsecworkbench.captureviewer.details;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which branches of the tree stand open, by their keys: who opened ESP once sees it open in every packet. */
final class Expansion {
    /** What the workbench is about, open from the start. */
    private static final List<String> AT_FIRST = List.of("/ESP", "/AH", "/ISAKMP");

    private final Set<String> open = new HashSet<>(AT_FIRST);

    void opened(DetailNode node) {
        open.add(node.key());
    }

    void closed(DetailNode node) {
        open.remove(node.key());
    }

    boolean isOpen(DetailNode node) {
        return !node.isLeaf() && open.contains(node.key());
    }
}
