package org.ipsecworkbench.diagnosis.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionContents;

/**
 * All that is compared of a session, read.
 *
 * @param diagnosis of its hosts and captures
 * @param negotiations of its captures, logs and events that are files
 * @param policies of its listings that are files, by their hosts and names, without what tells keys
 */
public record ReadSession(Diagnosis diagnosis, List<Negotiation> negotiations, Map<String, HostPolicy> policies) {
    /** Copies the collections. */
    public ReadSession {
        negotiations = List.copyOf(negotiations);
        policies = Map.copyOf(policies);
    }

    /**
     * Reads a session.
     *
     * @param notRead gets what cannot be read, and why
     * @throws IOException where the monitor cancelled
     */
    public static ReadSession of(
            SessionContents session, Collection<? extends Check> checks, ScanMonitor monitor, List<String> notRead)
            throws IOException {
        List<HostEvidence> hosts = List.of();
        try {
            hosts = SavedEvidence.read(session);
        } catch (IOException e) {
            notRead.add(session.session().title() + ": the answers of its hosts cannot be read: " + e.getMessage());
        }
        List<CaptureEvidence> captures = new ArrayList<>();
        List<Negotiation> negotiations = new ArrayList<>();
        Map<String, HostPolicy> policies = new LinkedHashMap<>();
        for (EvidenceItem item : session.session().evidence()) {
            if (monitor.cancelled()) {
                throw new IOException("it was cancelled");
            }
            try {
                read(session.evidence(item), captures, negotiations, policies, monitor);
            } catch (IOException e) {
                notRead.add(item.kind().label() + " " + item.name() + " cannot be read: " + e.getMessage());
            }
        }
        return new ReadSession(Diagnosis.of(hosts, captures, checks), negotiations, policies);
    }

    private static void read(
            Evidence evidence,
            List<CaptureEvidence> captures,
            List<Negotiation> negotiations,
            Map<String, HostPolicy> policies,
            ScanMonitor monitor)
            throws IOException {
        EvidenceItem item = evidence.item();
        EvidenceKind kind = item.kind();
        if (kind.equals(EvidenceKind.CAPTURE)) {
            try (Capture capture = Capture.open(evidence.file(), CaptureLimits.DEFAULT, monitor)) {
                capture.scan(monitor);
                captures.add(new CaptureEvidence(item.name(), capture.coverage()));
                Source source = new Source(item.name(), Source.Kind.CAPTURE);
                negotiations.addAll(IkeCaptures.read(
                                capture, source, DecryptionKeys.NONE, IkeLimits.DEFAULT, monitor, message -> {})
                        .negotiations());
            }
        } else if (kind.equals(EvidenceKind.OAKLEY_LOG)
                || kind.equals(EvidenceKind.EVENTS)
                || kind.equals(EvidenceKind.WFP)) {
            Source source = new Source(item.name(), IkeFiles.kind(evidence.file()));
            negotiations.addAll(IkeFiles.read(
                            evidence.file(),
                            source,
                            LogTime.ofThisMachine(),
                            DecryptionKeys.NONE,
                            monitor,
                            IkeFiles.Listener.NONE)
                    .report()
                    .negotiations());
        } else if (kind.equals(EvidenceKind.POLICY)) {
            try (InputStream in = evidence.open()) {
                Policies.Document document =
                        new Policies.Document(item.name(), in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1));
                String name = item.host().isEmpty() ? item.name() : item.host() + ": " + item.name();
                policies.put(
                        name,
                        Policies.parse(name, List.of(document), PolicyLimits.DEFAULT, KeyDigests.random())
                                .model()
                                .withoutKeyDigests());
            }
        }
    }

    /** The hosts of which there are answers. */
    public List<HostFacts> hosts() {
        return diagnosis.scene().hosts();
    }

    /** The host of this name, in large or small letters. */
    public Optional<HostFacts> host(String name) {
        return hosts().stream()
                .filter(host -> host.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What to call the owner of an address: the host that has it, or itself. */
    public String owner(String address) {
        Map<String, String> owners = new HashMap<>();
        hosts().forEach(host -> host.addresses().forEach(one -> owners.putIfAbsent(key(one), host.name())));
        return owners.getOrDefault(key(address), address);
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
