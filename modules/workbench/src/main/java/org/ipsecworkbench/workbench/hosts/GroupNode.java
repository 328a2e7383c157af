package org.ipsecworkbench.workbench.hosts;

import java.awt.Image;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.swing.Action;
import javax.swing.Timer;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.workbench.Formats;
import org.openide.nodes.AbstractNode;
import org.openide.nodes.Children;
import org.openide.nodes.Sheet;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;
import org.openide.util.Utilities;
import org.openide.util.WeakListeners;
import org.openide.util.lookup.AbstractLookup;
import org.openide.util.lookup.InstanceContent;

/** A group of hosts in the tree; its Lookup has all of them, so that what can be done with a host can be done with all. */
@Messages({"LBL_NoGroup=Without a group", "# {0} - reachable", "# {1} - hosts", "LBL_GroupState={0} of {1} reachable"})
final class GroupNode extends AbstractNode {
    private static final String ICON = "org/ipsecworkbench/workbench/icons/hosts.svg";
    private static final int TICK_MILLIS = 300;

    private final HostTree tree;
    private final String group;
    private final InstanceContent content;
    private final ChangeListener refreshed = e -> refresh();
    private final ChangeListener changed = e -> later();
    private final Timer timer = new Timer(TICK_MILLIS, e -> firePropertyChange(HostNode.STATE, null, null));
    private final Set<HostEntry> heard = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<HostEntry> entries = List.of();

    GroupNode(HostTree tree, String group) {
        this(tree, group, new InstanceContent());
    }

    private GroupNode(HostTree tree, String group, InstanceContent content) {
        super(Children.create(new HostTree.Hosts(tree, group), false), new AbstractLookup(content));
        this.tree = tree;
        this.group = group;
        this.content = content;
        timer.setRepeats(false);
        setName(group.isEmpty() ? Bundle.LBL_NoGroup() : group);
        tree.addChangeListener(WeakListeners.change(refreshed, tree));
        refresh();
    }

    private void refresh() {
        entries = tree.shown(group);
        content.set(entries.stream().map(HostEntry::host).toList(), null);
        for (HostEntry entry : entries) {
            if (heard.add(entry)) {
                entry.addChangeListener(WeakListeners.change(changed, entry));
            }
        }
        later();
    }

    private void later() {
        if (!timer.isRunning()) {
            timer.start();
        }
    }

    private String words() {
        long reachable = entries.stream()
                .filter(entry -> entry.state().kind() == HostState.Kind.REACHABLE
                        || entry.state().kind() == HostState.Kind.ATTENTION)
                .count();
        return Bundle.LBL_GroupState(Formats.count(reachable), Formats.count(entries.size()));
    }

    @Override
    public Image getIcon(int type) {
        return ImageUtilities.icon2Image(ImageUtilities.loadImageIcon(ICON, false));
    }

    @Override
    public Image getOpenedIcon(int type) {
        return getIcon(type);
    }

    @Override
    public Action[] getActions(boolean context) {
        return Utilities.actionsForPath("Hosts/Actions").toArray(Action[]::new);
    }

    @Override
    protected Sheet createSheet() {
        Sheet.Set set = Sheet.createPropertiesSet();
        set.put(new HostNode.Text(HostNode.STATE, Bundle.COL_State(), "", this::words));
        Sheet sheet = new Sheet();
        sheet.put(set);
        return sheet;
    }
}
