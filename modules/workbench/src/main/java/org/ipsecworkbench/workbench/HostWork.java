package org.ipsecworkbench.workbench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SentCommands;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.hosts.FleetWork;

/**
 * Work with known hosts in the background: finds or asks for passwords, goes through the hosts as a {@link Fleet} with a
 * progress handle that can be cancelled, and takes a rejected password out of use. What an action of {@code Hosts/Actions}
 * calls.
 */
public final class HostWork {
    /**
     * What is done with one host, in a thread of its own.
     *
     * @param <R> what comes of a host
     */
    public interface Task<R> {
        /**
         * Does it.
         *
         * @param credentials stay with the caller
         * @param options carry the name of the work as the action of the audit trail
         */
        R run(KnownHost host, Credentials credentials, ConnectionOptions options, Cancellation cancellation)
                throws ConnectionException;
    }

    private HostWork() {}

    /**
     * Begins the work and returns.
     *
     * @param name what it is, for people: it stands beside the progress and in the audit trail
     * @param listener told of each host in background threads, of several at a time
     * @param done run on the event dispatch thread when the last host has ended
     * @return ends the work as its progress handle does, at once and from any thread
     */
    public static <R> Cancellation start(
            String name, List<KnownHost> hosts, Task<R> task, Fleet.Listener<KnownHost, R> listener, Runnable done) {
        return new FleetWork<>(name, task, listener, done).start(hosts);
    }

    /**
     * Adds to a session what was sent to these hosts since the workbench started, by whatever action, as its audit trail. Reads and
     * writes files; not on the event dispatch thread.
     */
    public static void keepCommands(List<KnownHost> hosts, SessionWorkspace session) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        hosts.forEach(host -> names.putIfAbsent(host.address().toString(), host.name()));
        SentCommands.keep(FleetWork.sent(), names, session);
    }

    /** Whether a host is simulated: what it says is about no real one. */
    public static boolean isSimulated(KnownHost host) {
        return FleetWork.isSimulated(host);
    }
}
