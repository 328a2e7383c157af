package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.timeline.Clocks.Strength;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;

/** What answers tell of the clocks of hosts. */
final class HostClocks {
    private final Map<String, List<Duration>> heard = new LinkedHashMap<>();
    private final Session session;

    HostClocks(Session session) {
        this.session = session;
    }

    void hear(String host, Transcript answer) {
        answer.clockOffset()
                .ifPresent(offset ->
                        heard.computeIfAbsent(host, any -> new ArrayList<>()).add(offset));
    }

    /** The median of what a host's answers tell; without any, what the session says. */
    void link(Clocks clocks) {
        heard.forEach((host, offsets) -> {
            List<Duration> sorted = offsets.stream().sorted().toList();
            String basis = String.format(
                    Locale.ROOT,
                    "by the time that %,d of its answers %s",
                    sorted.size(),
                    sorted.size() == 1 ? "tells" : "tell");
            link(clocks, host, sorted.get(sorted.size() / 2), basis);
        });
        for (SessionHost host : session.hosts()) {
            Optional<Duration> offset = host.clockOffset();
            if (offset.isPresent() && !heard.containsKey(host.name())) {
                link(clocks, host.name(), offset.get(), "as the session says");
            }
        }
    }

    private static void link(Clocks clocks, String host, Duration offset, String basis) {
        clocks.link(Clocks.REFERENCE, clocks.host(host), offset, Strength.ANSWERS, basis, basis);
    }
}
