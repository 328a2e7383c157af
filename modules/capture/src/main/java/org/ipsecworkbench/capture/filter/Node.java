package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.List;

/** A filter as a tree. Immutable; two trees that ask the same tests in the same way are equal. */
public sealed interface Node {
    /** Passes everything. */
    Node ALL = new Constant(true);
    /** Passes nothing. */
    Node NOTHING = new Constant(false);

    /** What is left to ask of the packets of a flow: {@link #ALL}, {@link #NOTHING}, or a smaller tree. */
    Node rest(Probe flow);

    /** Whether a packet passes. */
    boolean passes(Probe packet);

    /** Whether it asks for a field. */
    boolean asks(Field field);

    /** The same for every packet. */
    record Constant(boolean value) implements Node {
        @Override
        public Node rest(Probe flow) {
            return this;
        }

        @Override
        public boolean passes(Probe packet) {
            return value;
        }

        @Override
        public boolean asks(Field field) {
            return false;
        }
    }

    /** Whether any value of a field is in a set. */
    record Test(Field field, Ranges wanted) implements Node {
        @Override
        public Node rest(Probe flow) {
            return switch (flow.ask(field, wanted)) {
                case YES -> ALL;
                case NO -> NOTHING;
                case OPEN -> this;
            };
        }

        @Override
        public boolean passes(Probe packet) {
            return packet.ask(field, wanted) == Probe.Answer.YES;
        }

        @Override
        public boolean asks(Field other) {
            return field == other;
        }
    }

    /** The opposite. */
    record Not(Node node) implements Node {
        @Override
        public Node rest(Probe flow) {
            return not(node.rest(flow));
        }

        @Override
        public boolean passes(Probe packet) {
            return !node.passes(packet);
        }

        @Override
        public boolean asks(Field field) {
            return node.asks(field);
        }
    }

    /** All of several, or any of several. */
    record Many(boolean all, List<Node> nodes) implements Node {
        @Override
        public Node rest(Probe flow) {
            List<Node> left = new ArrayList<>(nodes.size());
            for (Node node : nodes) {
                Node rest = node.rest(flow);
                if (rest instanceof Constant constant) {
                    if (constant.value() != all) {
                        return rest;
                    }
                } else {
                    left.add(rest);
                }
            }
            return many(all, left);
        }

        @Override
        public boolean passes(Probe packet) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).passes(packet) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public boolean asks(Field field) {
            return nodes.stream().anyMatch(node -> node.asks(field));
        }
    }

    /** Passes what the other does not. */
    static Node not(Node node) {
        if (node instanceof Constant constant) {
            return constant.value() ? NOTHING : ALL;
        }
        return node instanceof Not not ? not.node() : new Not(node);
    }

    /** All of several; with none, everything. */
    static Node and(List<Node> nodes) {
        return many(true, nodes);
    }

    /** Any of several; with none, nothing. */
    static Node or(List<Node> nodes) {
        return many(false, nodes);
    }

    private static Node many(boolean all, List<Node> nodes) {
        return switch (nodes.size()) {
            case 0 -> all ? ALL : NOTHING;
            case 1 -> nodes.get(0);
            default -> new Many(all, List.copyOf(nodes));
        };
    }
}
