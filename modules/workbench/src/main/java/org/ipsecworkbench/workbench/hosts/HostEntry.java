package org.ipsecworkbench.workbench.hosts;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.util.ChangeSupport;
import org.openide.util.NbBundle.Messages;

/**
 * A host in the window: what is known of it and its state, both of which change. Safe for several threads; listeners are told
 * on the event dispatch thread, once for several changes.
 */
@Messages({"# {0} - state", "STATE_Simulated={0} (simulated)"})
final class HostEntry {
    private final boolean isOfLab;
    private final ChangeSupport listeners = new ChangeSupport(this);
    private final AtomicBoolean isTold = new AtomicBoolean(true);
    private volatile KnownHost host;
    private volatile HostState state = HostState.NOT_TRIED;

    HostEntry(KnownHost host, boolean isOfLab) {
        this.host = host;
        this.isOfLab = isOfLab;
    }

    KnownHost host() {
        return host;
    }

    /** Whether it is one of the lab that runs here, which lists it. */
    boolean isOfLab() {
        return isOfLab;
    }

    /** Whether it is no real host: one of the lab, or one that said so when it was tested, whose lab runs elsewhere. */
    boolean isSimulated() {
        HostTest.Report report = state.report();
        return isOfLab || report != null && report.isSimulated();
    }

    HostState state() {
        return state;
    }

    /** The state in words, which always say where a host is simulated. */
    String words() {
        return isSimulated()
                ? Bundle.STATE_Simulated(state.kind().words())
                : state.kind().words();
    }

    /** Something else is known of the host; what was found out before is of another where it is reached otherwise. */
    void set(KnownHost other) {
        KnownHost before = host;
        host = other;
        if (!before.equals(other)) {
            boolean isSame = before.address().equals(other.address())
                    && before.user().equals(other.user())
                    && before.pin().equals(other.pin());
            state = isSame ? state : HostState.NOT_TRIED;
            tell();
        }
    }

    synchronized void update(UnaryOperator<HostState> change) {
        state = change.apply(state);
        tell();
    }

    private void tell() {
        if (isTold.compareAndSet(true, false)) {
            SwingUtilities.invokeLater(() -> {
                isTold.set(true);
                listeners.fireChange();
            });
        }
    }

    void addChangeListener(ChangeListener listener) {
        listeners.addChangeListener(listener);
    }

    void removeChangeListener(ChangeListener listener) {
        listeners.removeChangeListener(listener);
    }
}
