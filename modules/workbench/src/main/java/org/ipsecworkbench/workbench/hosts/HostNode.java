package org.ipsecworkbench.workbench.hosts;

import java.awt.Image;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.Action;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Actions;
import org.openide.nodes.AbstractNode;
import org.openide.nodes.Children;
import org.openide.nodes.Node;
import org.openide.nodes.PropertySupport;
import org.openide.nodes.Sheet;
import org.openide.util.ContextAwareAction;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle.Messages;
import org.openide.util.Utilities;
import org.openide.util.WeakListeners;
import org.openide.util.lookup.AbstractLookup;
import org.openide.util.lookup.InstanceContent;

/** A host in the tree; its Lookup has the host as {@code KnownHost}. */
@Messages({
    "COL_State=State",
    "COL_Tested=Tested",
    "COL_Clock=Clock",
    "COL_Address=Address",
    "HINT_Clock=How far the host's clock is ahead of this machine's"
})
final class HostNode extends AbstractNode {
    static final String STATE = "state";
    static final String TESTED = "tested";
    static final String CLOCK = "clock";
    static final String ADDRESS = "address";

    private final HostEntry entry;
    private final InstanceContent content;
    private final ChangeListener changed = e -> changed();

    HostNode(HostEntry entry) {
        this(entry, new InstanceContent());
    }

    private HostNode(HostEntry entry, InstanceContent content) {
        super(Children.LEAF, new AbstractLookup(content));
        this.entry = entry;
        this.content = content;
        entry.addChangeListener(WeakListeners.change(changed, entry));
        show();
    }

    HostEntry entry() {
        return entry;
    }

    private void show() {
        if (!entry.host().equals(getLookup().lookup(KnownHost.class))) {
            content.set(List.of(entry.host()), null);
        }
        setName(entry.host().name());
        Failure failure = entry.state().failure();
        setShortDescription(failure == null ? entry.words() : entry.words() + ": " + failure.explanation());
    }

    private void changed() {
        show();
        fireIconChange();
        for (String property : List.of(STATE, TESTED, CLOCK, ADDRESS)) {
            firePropertyChange(property, null, null);
        }
    }

    @Override
    public Image getIcon(int type) {
        return ImageUtilities.icon2Image(entry.state().kind().mark().icon());
    }

    @Override
    public Action[] getActions(boolean context) {
        return Utilities.actionsForPath("Hosts/Actions").toArray(Action[]::new);
    }

    @Override
    public Action getPreferredAction() {
        Action test = Actions.forID("Hosts", TestHostsAction.ID);
        return test instanceof ContextAwareAction aware ? aware.createContextAwareInstance(getLookup()) : test;
    }

    @Override
    protected Sheet createSheet() {
        Sheet.Set set = Sheet.createPropertiesSet();
        set.put(new Text(STATE, Bundle.COL_State(), "", entry::words));
        set.put(new Text(
                TESTED, Bundle.COL_Tested(), "", () -> time(entry.state().time())));
        set.put(new Text(CLOCK, Bundle.COL_Clock(), Bundle.HINT_Clock(), () -> clock(entry)));
        set.put(new Text(
                ADDRESS, Bundle.COL_Address(), "", () -> entry.host().address().toString()));
        Sheet sheet = new Sheet();
        sheet.put(set);
        return sheet;
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : Formats.clock(time).replaceFirst("\\.\\d+$", "");
    }

    /** Seconds by which a host's clock is ahead, with their sign; empty where that is not known. */
    static String clock(HostEntry entry) {
        HostTest.Report report = entry.state().report();
        Duration offset = report == null ? null : report.clockOffset();
        return offset == null ? "" : String.format(Locale.ROOT, "%+.1f s", offset.toMillis() / 1000.0);
    }

    /** A column's value, which nobody edits. */
    static final class Text extends PropertySupport.ReadOnly<String> {
        private final Supplier<String> value;

        Text(String name, String title, String hint, Supplier<String> value) {
            super(name, String.class, title, hint);
            this.value = value;
            setValue("suppressCustomEditor", Boolean.TRUE);
        }

        @Override
        public String getValue() throws IllegalAccessException, InvocationTargetException {
            return value.get();
        }
    }

    /** The columns after the tree, in pairs of property and title. */
    static String[] columns() {
        return new String[] {
            STATE, Bundle.COL_State(),
            TESTED, Bundle.COL_Tested(),
            CLOCK, Bundle.COL_Clock(),
            ADDRESS, Bundle.COL_Address()
        };
    }

    /** The node of a host, where it is one. */
    static @Nullable HostEntry entry(Node node) {
        return node instanceof HostNode host ? host.entry() : null;
    }
}
