package org.ipsecworkbench.workbench.hosts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.nodes.AbstractNode;
import org.openide.nodes.ChildFactory;
import org.openide.nodes.Children;
import org.openide.nodes.Node;
import org.openide.util.ChangeSupport;
import org.openide.util.WeakListeners;

/** The hosts that a tree shows: those whose parts hold every word of a filter, by groups. For the event dispatch thread. */
final class HostTree {
    private final ChangeSupport listeners = new ChangeSupport(this);
    private final ChangeListener changed = e -> refresh();
    private volatile List<HostEntry> shown = List.of();
    private List<String> words = List.of();

    /** Follows the hosts until {@link #close}. */
    HostTree() {
        HostBook.get().addChangeListener(changed);
        refresh();
    }

    /** The node above the groups. */
    Node root() {
        return new AbstractNode(Children.create(new Groups(), false));
    }

    void filter(String text) {
        words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        refresh();
    }

    List<HostEntry> shown() {
        return shown;
    }

    List<HostEntry> shown(String group) {
        return shown.stream()
                .filter(entry -> entry.host().group().equals(group))
                .toList();
    }

    private void refresh() {
        shown = HostBook.get().entries().stream().filter(this::isMeant).toList();
        listeners.fireChange();
    }

    private boolean isMeant(HostEntry entry) {
        KnownHost host = entry.host();
        String text = String.join(
                        " ",
                        host.name(),
                        host.address().toString(),
                        host.group(),
                        host.user(),
                        String.join(" ", host.tags()),
                        host.notes(),
                        entry.words())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    void addChangeListener(ChangeListener listener) {
        listeners.addChangeListener(listener);
    }

    /** For weak listeners. */
    void removeChangeListener(ChangeListener listener) {
        listeners.removeChangeListener(listener);
    }

    void close() {
        HostBook.get().removeChangeListener(changed);
    }

    /** Groups by their names. */
    private final class Groups extends ChildFactory<String> {
        private final ChangeListener refreshed = e -> refresh(true);

        Groups() {
            addChangeListener(refreshed);
        }

        @Override
        protected boolean createKeys(List<String> keys) {
            shown.stream().map(entry -> entry.host().group()).distinct().forEach(keys::add);
            return true;
        }

        @Override
        protected Node createNodeForKey(String group) {
            return new GroupNode(HostTree.this, group);
        }
    }

    /** The hosts of a group. */
    static final class Hosts extends ChildFactory<HostEntry> {
        private final HostTree tree;
        private final String group;
        private final ChangeListener refreshed = e -> refresh(true);

        Hosts(HostTree tree, String group) {
            this.tree = tree;
            this.group = group;
            tree.addChangeListener(WeakListeners.change(refreshed, tree));
        }

        @Override
        protected boolean createKeys(List<HostEntry> keys) {
            keys.addAll(tree.shown(group));
            return true;
        }

        @Override
        protected Node createNodeForKey(HostEntry entry) {
            return new HostNode(entry);
        }
    }
}
