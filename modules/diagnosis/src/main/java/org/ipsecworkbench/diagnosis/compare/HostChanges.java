package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.ipsecworkbench.hostconnection.Failure;

/** Which hosts two sessions are about, and what those are: version, addresses, services, whether they could be asked. */
public final class HostChanges {
    private HostChanges() {}

    /** In the order of the first session, then hosts that only the second one has. */
    public static List<SessionChange> of(ReadSession before, ReadSession after) {
        List<SessionChange> changes = new ArrayList<>();
        for (HostFacts host : before.hosts()) {
            Optional<HostFacts> other = after.host(host.name());
            if (other.isPresent()) {
                compare(host, other.get(), changes);
            } else {
                changes.add(alone(host.name(), "only the first session has this host"));
            }
        }
        after.hosts().stream()
                .filter(host -> before.host(host.name()).isEmpty())
                .forEach(host -> changes.add(alone(host.name(), "only the second session has this host")));
        return changes;
    }

    private static SessionChange alone(String host, String words) {
        return new SessionChange(Topic.HOST, Trend.COLLECTED, List.of(host), host + ": " + words, "", "");
    }

    private static void compare(HostFacts one, HostFacts other, List<SessionChange> changes) {
        reached(one, other, changes);
        String name = one.name();
        if (one.platform().isKnown()
                && other.platform().isKnown()
                && !one.platform().equals(other.platform())) {
            changes.add(host(
                    name,
                    name + " runs another version",
                    one.platform().label(),
                    other.platform().label()));
        }
        if (!one.addresses().isEmpty()
                && !other.addresses().isEmpty()
                && !one.addresses().equals(other.addresses())) {
            changes.add(host(
                    name,
                    name + " has other addresses",
                    String.join(", ", one.addresses()),
                    String.join(", ", other.addresses())));
        }
        for (String service : HostFacts.SERVICES) {
            Optional<ServiceState> then = one.service(service);
            Optional<ServiceState> now = other.service(service);
            if (then.isPresent() && now.isPresent()) {
                service(name, then.get(), now.get(), changes);
            }
        }
    }

    private static void reached(HostFacts one, HostFacts other, List<SessionChange> changes) {
        Failure then = one.evidence().failure();
        Failure now = other.evidence().failure();
        if ((then == null) != (now == null)) {
            changes.add(new SessionChange(
                    Topic.HOST,
                    now == null ? Trend.BETTER : Trend.WORSE,
                    List.of(one.name()),
                    one.name() + (now == null ? " can be asked again" : " could not be asked all that it was before"),
                    then == null ? "" : then.explanation(),
                    now == null ? "" : now.explanation()));
        }
    }

    private static SessionChange host(String name, String statement, String before, String after) {
        return new SessionChange(Topic.HOST, Trend.DIFFERENT, List.of(name), statement, before, after);
    }

    private static void service(String host, ServiceState then, ServiceState now, List<SessionChange> changes) {
        String before = words(then);
        String after = words(now);
        if (then.state() == 0 || now.state() == 0 || before.equals(after)) {
            return;
        }
        Trend trend =
                then.isRunning() == now.isRunning() ? Trend.DIFFERENT : now.isRunning() ? Trend.BETTER : Trend.WORSE;
        String statement = "Service " + then.name() + " of " + host
                + (trend == Trend.WORSE
                        ? " does not run any more"
                        : trend == Trend.BETTER ? " runs again" : " stands otherwise");
        changes.add(new SessionChange(Topic.SERVICE, trend, List.of(host), statement, before, after));
    }

    private static String words(ServiceState service) {
        String state = service.isRunning() ? "running" : service.isStopped() ? "stopped" : "on its way";
        return state + (service.isDisabled() ? ", disabled" : "");
    }
}
