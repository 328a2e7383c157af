package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.beans.PropertyChangeEvent;
import java.util.Arrays;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.Actions;
import org.openide.explorer.ExplorerManager;
import org.openide.explorer.ExplorerUtils;
import org.openide.nodes.Node;
import org.openide.nodes.NodeAdapter;
import org.openide.nodes.NodeMemberEvent;
import org.openide.util.ContextAwareAction;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;

/** The window of the hosts: groups and hosts with their states, and what is known of the selected one. */
@TopComponent.Description(
        preferredID = HostsWindow.ID,
        iconBase = HostsWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "explorer", openAtStartup = false, position = 100)
@ActionID(category = "Window", id = "org.ipsecworkbench.workbench.hosts.HostsWindow")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 60),
    @ActionReference(path = "Menu/Hosts", position = 100, separatorAfter = 150),
    @ActionReference(path = "Toolbars/File", position = 400),
    @ActionReference(path = "Shortcuts", name = "DS-H")
})
@TopComponent.OpenActionRegistration(displayName = "#CTL_Hosts", preferredID = HostsWindow.ID)
@Messages({"CTL_Hosts=&Hosts", "TIT_Hosts=Hosts", "HINT_Hosts=Windows hosts, and whether they can be asked"})
public final class HostsWindow extends TopComponent implements ExplorerManager.Provider {
    static final String ID = "HostsWindow";
    static final String ICON = "org/ipsecworkbench/workbench/icons/hosts.svg";

    private static final long serialVersionUID = 1;
    private static final String EMPTY = "empty";
    private static final String TREE = "tree";
    private static final double DIVIDER = 0.4;
    private static final int TREE_HEIGHT = 240;

    private final transient ExplorerManager manager = new ExplorerManager();
    private final transient HostTree tree = new HostTree();
    private final HostOutline view = new HostOutline();
    private final HostDetails details = new HostDetails();
    private final HostsBar bar = new HostsBar(tree::filter);
    private final CardLayout cards = new CardLayout();
    private final JPanel center = new JPanel(cards);
    private final transient ChangeListener changed = e -> refresh();

    /** For the registration. */
    public HostsWindow() {
        setName(Bundle.TIT_Hosts());
        setDisplayName(Bundle.TIT_Hosts());
        setToolTipText(Bundle.HINT_Hosts());
        setLayout(new BorderLayout());
        JScrollPane scroll = new JScrollPane(details);
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()));
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, view, scroll);
        split.setResizeWeight(DIVIDER);
        split.setDividerLocation(TREE_HEIGHT);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setContinuousLayout(true);
        center.add(new NoHosts(), EMPTY);
        center.add(split, TREE);
        add(bar, BorderLayout.NORTH);
        add(center);
        associateLookup(ExplorerUtils.createLookup(manager, getActionMap()));
        delegate("delete", RemoveHostsAction.ID);
        Node root = tree.root();
        root.addNodeListener(new NodeAdapter() {
            @Override
            public void childrenAdded(NodeMemberEvent ev) {
                // Later, since the view may hear of them after this.
                SwingUtilities.invokeLater(() -> expand(ev.getDelta()));
            }
        });
        manager.setRootContext(root);
        expand(root.getChildren().getNodes());
        manager.addPropertyChangeListener(this::selected);
    }

    private void delegate(String key, String id) {
        if (Actions.forID("Hosts", id) instanceof ContextAwareAction aware) {
            getActionMap().put(key, aware.createContextAwareInstance(getLookup()));
        }
    }

    /** Groups are open when they appear; one that was closed stays so. */
    private void expand(Node[] groups) {
        Arrays.stream(groups).forEach(view::expandNode);
    }

    private void selected(PropertyChangeEvent e) {
        if (ExplorerManager.PROP_SELECTED_NODES.equals(e.getPropertyName())) {
            details.show(selected());
        }
    }

    /** The host that is selected alone. */
    private @Nullable HostEntry selected() {
        var entries = Arrays.stream(manager.getSelectedNodes())
                .map(HostNode::entry)
                .filter(Objects::nonNull)
                .toList();
        return entries.size() == 1 ? entries.get(0) : null;
    }

    private void refresh() {
        HostBook book = HostBook.get();
        boolean wasEmpty = !view.isShowing();
        cards.show(center, book.entries().isEmpty() ? EMPTY : TREE);
        if (wasEmpty && bar.hasFocus()) {
            requestFocusInWindow();
        }
        bar.show(book.problems());
    }

    @Override
    public ExplorerManager getExplorerManager() {
        return manager;
    }

    @Override
    public boolean requestFocusInWindow() {
        return view.getOutline().isShowing() ? view.getOutline().requestFocusInWindow() : bar.focusFirst();
    }

    @Override
    protected void componentOpened() {
        HostBook.get().addChangeListener(changed);
        HostBook.get().watch(true);
        refresh();
    }

    @Override
    protected void componentClosed() {
        HostBook.get().watch(false);
        HostBook.get().removeChangeListener(changed);
    }

    @Override
    protected void componentActivated() {
        ExplorerUtils.activateActions(manager, true);
        requestFocusInWindow();
    }

    @Override
    protected void componentDeactivated() {
        ExplorerUtils.activateActions(manager, false);
    }
}
