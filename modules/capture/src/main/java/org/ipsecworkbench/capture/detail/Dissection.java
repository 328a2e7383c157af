package org.ipsecworkbench.capture.detail;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.Detail.State;
import org.ipsecworkbench.capture.scan.EspReading;
import org.jspecify.annotations.Nullable;

/**
 * One packet on its way into a tree: its bytes, the tree so far, and what outer layers told that inner ones need.
 *
 * <p>Everything is bounded here: places by what was captured, headers by {@link #MAX_LAYERS}, lines by {@link #MAX_NODES}.
 */
final class Dissection {
    /** So many headers inside one another are followed; real tunnels nest a dozen, counting every header. */
    static final int MAX_LAYERS = 32;
    /** So many lines a tree may have; a DNS answer or a batch of SMB messages has some hundred. */
    static final int MAX_NODES = 4000;
    /** Declared ends beyond this are as good as unknown. */
    static final int FAR = 1 << 30;
    /** In {@link #pseudo}: the addresses do not tell it. */
    static final long NO_PSEUDO = -1;

    private static final String CAPTURED = "captured";

    /** The frame; big endian, read by absolute index only. */
    final ByteBuffer bytes;
    /** Behind the last captured byte. */
    final int end;
    /** What holds only a beginning, in words behind a number of bytes: captured, or quoted by an ICMP error. */
    final String holder;

    /** Sum of the 16-bit words of the IP addresses, for checksums of what IP carries. */
    long pseudo = NO_PSEUDO;
    /** Whether IP carries only a part of the datagram, which then has no checksum to check. */
    boolean fragment;
    /** How the ESP header at {@link #espAt} reads as ESP-NULL. */
    @Nullable
    EspReading espReading;

    int espAt = -1;
    /** Whether the capture shows that the ESP of this flow can be read. */
    boolean readable;

    private final int[] budget;
    private Node parent;
    private int depth;
    private boolean cutSaid;

    Dissection(ByteBuffer bytes, int end, Node root) {
        this(bytes, end, root, CAPTURED, new int[] {MAX_NODES}, 0);
    }

    private Dissection(ByteBuffer bytes, int end, Node parent, String holder, int[] budget, int depth) {
        this.bytes = bytes;
        this.end = end;
        this.parent = parent;
        this.holder = holder;
        this.budget = budget;
        this.depth = depth;
    }

    /**
     * Shows a beginning of something, whose own end nobody knows, below a line of this tree.
     *
     * @param holder where its bytes end, for the words about what is missing, such as {@code quoted}
     */
    void part(Layer below, int from, int to, String holder, Dissector dissector) {
        String ends = to <= end ? holder : this.holder;
        new Dissection(bytes, Math.min(to, end), below.node(), ends, budget, depth).next(dissector, from, FAR);
    }

    /** Shows the beginning of a datagram that a first fragment carries, behind the layers that are there. */
    void firstFragment(long protocol, int from, int to) {
        String ends = to <= end ? "in this fragment" : holder;
        Dissection first = new Dissection(bytes, Math.min(to, end), parent, ends, budget, depth);
        first.fragment = true;
        first.readable = readable;
        IpProtocols.next(first, protocol, from, FAR);
    }

    /** Whether what is missing was not captured, which is worth a mark; quotes are short by design. */
    boolean isCapture() {
        return holder.equals(CAPTURED);
    }

    /** Begins a layer at the end of the tree. */
    Layer layer(String name, int from, int to) {
        return new Layer(this, node(parent, name), from, Math.max(from, Math.min(to, FAR)));
    }

    /** Shows what a layer carries. */
    void next(Dissector dissector, int from, int to) {
        if (depth >= MAX_LAYERS) {
            Node node = node(parent, "Not shown");
            node.value = "more than " + MAX_LAYERS + " headers inside one another";
            node.state = State.WRONG;
            return;
        }
        depth++;
        try {
            dissector.dissect(this, from, to);
        } finally {
            depth--;
        }
    }

    /** Shows what a layer carries below a line of the tree instead of behind its layers. */
    void inside(Layer below, Dissector dissector, int from, int to) {
        Node outer = parent;
        parent = below.node();
        try {
            next(dissector, from, to);
        } finally {
            parent = outer;
        }
    }

    /** The bytes that no dissector knows, if there are any. */
    void data(int from, int to) {
        data("Data", "", from, to);
    }

    /** Bytes that are shown as such, with words on them. */
    void data(String name, String words, int from, int to) {
        if (to <= from) {
            return;
        }
        boolean unknown = to >= FAR;
        int captured = Math.max(0, Math.min(to, end) - from);
        if (unknown && captured == 0) {
            return;
        }
        Node node = node(parent, name);
        node.place(from, from + captured);
        boolean cut = !unknown && captured < to - from;
        node.value =
                (cut ? cut(captured, to - from, node) : Words.bytes(captured)) + (words.isEmpty() ? "" : ", " + words);
    }

    /** What stands behind a packet that says where it ends: padding, or a check sequence. */
    void trailer(int from, int to) {
        if (to < FAR) {
            data("Trailer", "behind the end of the packet by its length field", Math.min(from, to), to);
        }
    }

    /** Words for a field of which only a part is there; marks its line. */
    String cut(int there, long size, Node node) {
        cutSaid = true;
        if (isCapture()) {
            node.state = State.CUT;
        }
        return "cut: " + there + " of " + size + " bytes " + holder;
    }

    /** Whether the tree says already that the packet is cut. */
    boolean isCutSaid() {
        return cutSaid;
    }

    /** Appends a line; beyond the limit, to a line that is thrown away. */
    Node node(Node to, String name) {
        if (budget[0] <= 0) {
            return new Node(name);
        }
        if (--budget[0] == 0) {
            Node last = new Node("Not shown");
            last.value = "more than " + MAX_NODES + " fields";
            to.children.add(last);
            return new Node(name);
        }
        Node node = new Node(name);
        to.children.add(node);
        return node;
    }

    /** Whether the tree is full, which ends every loop. */
    boolean isFull() {
        return budget[0] <= 0;
    }

    /** RFC 1071 sum over captured bytes, added to another; 0xffff where the checksum among them is right. */
    int sum(int from, int to, long start) {
        long sum = start;
        int i = from;
        for (; i + 1 < to; i += 2) {
            sum += bytes.getShort(i) & 0xffff;
        }
        if (i < to) {
            sum += (bytes.get(i) & 0xff) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) sum;
    }
}
