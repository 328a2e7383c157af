package org.ipsecworkbench.diagnosis.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.read.AddressReader;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionHost;

/** What the hosts of a session are called elsewhere: by the computer's own name in events, by addresses in captures. */
final class Names {
    /** By names in lower case: those of the session, without scheme and port, and what {@code hostname} answered. */
    private final Map<String, String> hosts = new HashMap<>();

    private final Map<String, String> byAddress = new LinkedHashMap<>();

    private Names() {}

    static Names of(SessionContents contents) {
        Names names = new Names();
        for (SessionHost host : contents.session().hosts()) {
            names.learn(host.name(), host.name());
            names.learn(host.name().replaceFirst("^[a-z]+://", "").replaceFirst(":\\d+$", ""), host.name());
        }
        for (EvidenceItem item : contents.session().evidence()) {
            boolean isAsked =
                    item.name().equals(Commands.NAME.line()) || item.name().equals(Commands.ADDRESSES.line());
            if (isAsked && item.kind().isTranscript() && !item.host().isEmpty()) {
                names.read(contents, item);
            }
        }
        return names;
    }

    private void read(SessionContents contents, EvidenceItem item) {
        Transcript answer;
        try {
            answer = contents.evidence(item).transcript();
        } catch (IOException e) {
            // Told as a problem when all evidence is read.
            return;
        }
        // The audit trail has hosts by their addresses.
        learn(answer.host(), item.host());
        if (item.name().equals(Commands.NAME.line())) {
            learn(answer.outputText().strip(), item.host());
        } else {
            AddressReader.read(new HostEvidence(item.host(), false, List.of(answer), null))
                    .forEach(address -> byAddress.putIfAbsent(address, item.host()));
        }
    }

    private void learn(String name, String host) {
        if (!name.isBlank()) {
            hosts.putIfAbsent(name.toLowerCase(Locale.ROOT), host);
            byAddress.putIfAbsent(name, host);
        }
    }

    /** The host of the session that calls itself so, with or without its domain; the name itself where there is none. */
    String host(String computer) {
        String name = computer.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String known = hosts.getOrDefault(name, dot > 0 ? hosts.get(name.substring(0, dot)) : null);
        return Objects.requireNonNullElse(known, computer);
    }

    /** The hosts of the session that an entry is about, its own one first. */
    List<String> hosts(String lane, List<String> addresses) {
        List<String> found = new ArrayList<>(2);
        if (hosts.containsKey(lane.toLowerCase(Locale.ROOT))) {
            found.add(lane);
        }
        for (String address : addresses) {
            String host = byAddress.get(address);
            if (host != null && !found.contains(host)) {
                found.add(host);
            }
        }
        return found;
    }
}
