package org.ipsecworkbench.lab.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A simulated network of hosts in one domain. After each change {@link #settle} lets the hosts talk with one another, so
 * that they have the security associations and events that their policies lead to.
 */
public final class LabNetwork {
    /** How long a certificate lasts that the authority issues by itself. */
    private static final Duration LIFE = Duration.ofDays(365);

    private final Object lock = new Object();
    private final Clock clock;
    private final Domain domain;
    private final Map<String, WindowsHost> hosts = new LinkedHashMap<>();
    private final Map<List<String>, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Recordings> recordings = new HashMap<>();
    private final SplittableRandom numbers = new SplittableRandom(57);

    /** Whether hosts do not talk yet, since what was done to them is not all done. */
    private boolean isHeld;

    /** Makes a network without hosts, whose time is the clock's. */
    public LabNetwork(Clock clock) {
        this.clock = clock;
        this.domain = new Domain(clock.instant());
    }

    /** Who reads or changes anything of this network holds it. */
    public Object lock() {
        return lock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Domain domain() {
        return domain;
    }

    public List<WindowsHost> hosts() {
        return List.copyOf(hosts.values());
    }

    /** The host of this name or address, or null. */
    public @Nullable WindowsHost host(String name) {
        for (WindowsHost host : hosts.values()) {
            if (host.name().equalsIgnoreCase(name)
                    || host.address().equals(name)
                    || host.qualifiedName().equalsIgnoreCase(name)) {
                return host;
            }
        }
        return null;
    }

    /**
     * Adds a member of the domain, with a certificate of its authority for a year.
     *
     * @param address of IPv4 or, not for Windows Server 2003, IPv6
     * @throws IllegalArgumentException if it is none
     */
    public WindowsHost add(String name, String address, WindowsVersion version, Language language) {
        Endpoint.address(address);
        if (version.isLegacy() && Endpoint.isSix(address)) {
            throw new IllegalArgumentException("the IPsec of Windows Server 2003 negotiates for IPv4 only");
        }
        WindowsHost host = new WindowsHost(this, name, address, version, language);
        hosts.put(name, host);
        return host;
    }

    /** Issues a certificate of the domain's authority for a host, for its store of that name. */
    public StoredCertificate issue(WindowsHost host, Instant from, Duration life, String purpose, boolean withKey) {
        CertificateAuthority.Issued issued =
                domain.authority().issue(host.qualifiedName(), from, from.plus(life), purpose);
        return new StoredCertificate("My", issued.certificate(), withKey, "IPSec");
    }

    /** What two hosts last came to, whoever asked first; clear before they first settled. */
    public Outcome outcome(WindowsHost one, WindowsHost other) {
        Outcome outcome = outcomes.get(pair(one, other));
        return outcome == null ? Outcome.CLEAR : outcome;
    }

    /** Keeps the hosts from talking, or lets them from the next {@link #settle} on. */
    public void hold(boolean held) {
        isHeld = held;
    }

    /** Lets every pair of hosts talk. Pairs that failed as before write no event again. */
    public void settle() {
        if (isHeld) {
            return;
        }
        List<WindowsHost> all = hosts();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                talk(all.get(i), all.get(j), false);
            }
        }
    }

    /** Lets one host send to another; a negotiation that fails is logged each time. */
    public Outcome talk(WindowsHost from, WindowsHost to) {
        return talk(from, to, true);
    }

    private Outcome talk(WindowsHost from, WindowsHost to, boolean again) {
        Outcome before = outcomes.get(pair(from, to));
        Negotiation negotiation = new Negotiation(from, to);
        Outcome now = negotiation.outcome();
        boolean isUp = Sas.has(from, to) && Sas.has(to, from);
        if (!now.isProtected() && isUp || now.isProtected() && before != null && !before.equals(now)) {
            Sas.end(from, to);
            Sas.end(to, from);
            isUp = false;
        }
        outcomes.put(pair(from, to), now);
        if (now.isProtected() ? !isUp : again || !now.equals(before)) {
            negotiation.record(numbers);
        }
        return now;
    }

    /** What a host records at the moment. */
    public Recordings recordings(WindowsHost host) {
        return recordings.computeIfAbsent(host.name(), name -> new Recordings());
    }

    /**
     * Enrols a host by itself, which gets a certificate for IKE where it has none that holds; whether it got one. The authority
     * issues to members whose accounts are enabled, and what has ended is put away.
     */
    public boolean enroll(WindowsHost host) {
        Date now = Date.from(now());
        String authority = domain.authority().root().getSubjectX500Principal().getName();
        boolean holds = host.certificates().stream()
                .filter(stored -> stored.store().equals("My") && stored.hasPrivateKey())
                .map(StoredCertificate::certificate)
                .anyMatch(certificate -> Negotiation.isFit(certificate, host, authority)
                        && !domain.authority().isRevoked(certificate));
        if (holds || domain.disabled().contains(host.name())) {
            return false;
        }
        host.certificates()
                .removeIf(stored -> stored.store().equals("My")
                        && stored.certificate().getNotAfter().before(now));
        host.certificates().add(issue(host, now(), LIFE, CertificateAuthority.EKU_IKE, true));
        settle();
        return true;
    }

    /** Ends every security association that a host has, at both ends. */
    public void forget(WindowsHost host) {
        for (WindowsHost peer : hosts()) {
            if (peer != host) {
                Sas.end(host, peer);
                Sas.end(peer, host);
            }
        }
    }

    private static List<String> pair(WindowsHost one, WindowsHost other) {
        List<String> names = new ArrayList<>(List.of(one.name(), other.name()));
        names.sort(null);
        return List.copyOf(names);
    }
}
