package org.ipsecworkbench.hostconnection.known;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The mappings and texts of the first document of YAML. It is made of what the parser comes upon, without objects of any type,
 * and aliases are not followed: so nothing grows beyond the text itself. What stands before damage is kept.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NODES = 500_000;
    private static final int MAX_REASON = 200;

    /**
     * A place of the document.
     *
     * @param line the first is 1
     * @param text of a scalar; empty for everything else
     * @param members of a mapping by their names; none for everything else
     */
    record Node(int line, Optional<String> text, Map<String, Node> members) {
        static final Node NOTHING = new Node(1, Optional.empty(), Map.of());
    }

    private final HostImport into;
    private final Deque<Open> open = new ArrayDeque<>();
    private Node root = Node.NOTHING;
    private int nodes;

    /** A mapping or sequence that has not ended, and in a mapping the name whose value comes next. */
    private static final class Open {
        final Node node;
        final boolean isMapping;
        boolean hasKey;

        @Nullable
        String key;

        Open(Node node, boolean isMapping) {
            this.node = node;
            this.isMapping = isMapping;
        }
    }

    private YamlTree(HostImport into) {
        this.into = into;
    }

    /** Reads a text; what cannot be read is told as a problem. */
    static Node read(String text, HostImport into) {
        YamlTree tree = new YamlTree(into);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event.getEventId() == Event.ID.DocumentEnd || !tree.take(event)) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            into.problem(
                    line, "What stands here is no YAML (" + shortened(e.getProblem()) + "); the rest is left out.");
        } catch (YamlEngineException e) {
            into.problem(1, "This is no YAML (" + shortened(String.valueOf(e.getMessage())) + ").");
        }
        return tree.root;
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON);
    }

    private boolean take(Event event) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        if (open.size() >= MAX_DEPTH || nodes >= MAX_NODES) {
            into.problem(line, "The file is too deep or has too many values; the rest is left out.");
            return false;
        }
        if (event instanceof ScalarEvent scalar) {
            boolean isText = scalar.getTag().isEmpty();
            value(new Node(line, isText ? Optional.of(scalar.getValue()) : Optional.empty(), Map.of()));
        } else if (event instanceof AliasEvent) {
            into.problem(line, "Aliases are not followed; what stands here is left out.");
            value(new Node(line, Optional.empty(), Map.of()));
        } else if (event instanceof MappingStartEvent || event instanceof SequenceStartEvent) {
            boolean isMapping = event instanceof MappingStartEvent;
            Node node = new Node(line, Optional.empty(), new LinkedHashMap<>());
            value(node);
            open.push(new Open(node, isMapping));
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        }
        return true;
    }

    private void value(Node node) {
        nodes++;
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (!parent.hasKey && parent.isMapping) {
            parent.key = node.text().orElse(null);
            parent.hasKey = true;
        } else if (parent.isMapping) {
            if (parent.key != null) {
                parent.node.members().put(parent.key, node);
            }
            parent.hasKey = false;
        }
    }
}
