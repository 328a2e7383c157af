package org.ipsecworkbench.capture.detail;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Detail;

/** A {@link Detail} that still grows. */
final class Node {
    final String name;
    String value = "";
    Detail.State state = Detail.State.SOUND;
    int offset = -1;
    int length;
    final List<Node> children = new ArrayList<>();

    Node(String name) {
        this.name = name;
    }

    /** Gives it a place; bytes that were not captured have none. */
    void place(int from, int to) {
        offset = to > from ? from : -1;
        length = Math.max(0, to - from);
    }

    Detail detail() {
        return new Detail(
                name,
                value,
                state,
                offset,
                length,
                children.stream().map(Node::detail).toList());
    }
}
