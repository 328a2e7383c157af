package org.ipsecworkbench.lab.model;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Windows host. Mutable; whoever uses it holds the {@link LabNetwork#lock}, except for the values that never
 * change: its name, address, release and language.
 */
public final class WindowsHost {
    /** Where Windows keeps what audits IKE on Windows Server 2003. */
    public static final String AUDIT_KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Audit";

    /** What the filtering platform keeps in its log of 128 kB (documentation of netsh wfp). */
    static final int MAX_NET_EVENTS = 100;

    /** Kerberos refuses clocks further apart than this (MaxClockSkew). */
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private static final int DRIVER_SECURES = 4294;
    private static final int DRIVER_BYPASSES = 4295;

    /** How long ago it got its certificate when it joined the network. */
    private static final Duration ENROLLED = Duration.ofDays(30);

    private static final String GPO_KEY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\IPSec\\GPTIPSECPolicy";

    private final LabNetwork network;
    private final String name;
    private final String address;
    private final WindowsVersion version;
    private final Language language;
    private final Services services;
    private final Registry registry;
    private final FileStore files = new FileStore();
    private final EventLog security = new EventLog("Security");
    private final EventLog system = new EventLog("System");
    private final LegacyStore legacy = new LegacyStore();
    private final List<ConsecRule> localRules = new ArrayList<>();
    private final List<StoredCertificate> userCertificates = new ArrayList<>();
    private final UrlCache urlCache = new UrlCache();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<MainModeSa> mainMode = new ArrayList<>();
    private final List<QuickModeSa> quickMode = new ArrayList<>();
    private final Deque<NetEvent> netEvents = new ArrayDeque<>();

    private final Instant enrolled;
    private @Nullable List<StoredCertificate> certificates;
    private List<ConsecRule> domainRules = List.of();
    private boolean mergesLocalRules = true;
    private String domainPolicy = "";
    private String profile = "Domain";
    private boolean isAudited = true;
    private boolean blocksIke;
    /** Of the exemptions that hold since the computer started (TechNet, Specifying Default Exemptions to IPSec Filtering). */
    private boolean exemptsKerberos;
    /** Read without the lock too, for the date of replies. */
    private volatile Duration clockOffset = Duration.ZERO;

    WindowsHost(LabNetwork network, String name, String address, WindowsVersion version, Language language) {
        this.network = network;
        this.name = name;
        this.address = address;
        this.version = version;
        this.language = language;
        this.services = new Services(version);
        this.registry = Registry.of(version, language);
        this.enrolled = network.now();
        // TechNet, Specifying Default Exemptions to IPSec Filtering; documentation of netsh advfirewall set global.
        settings.put("ipsecexempt", version.isLegacy() ? "3" : "0");
        settings.put("strongcrlcheck", version.isLegacy() ? "1" : "0");
        settings.put("ikelogging", "0");
        settings.put("saidletimemin", "5");
        settings.put("defaultexemptions", "NeighborDiscovery,DHCP");
        settings.put("ipsecthroughnat", "Never");
        settings.put("mmkeylifetime", "480min,0sess");
        settings.put("mmsecmethods", "DHGroup2:AES128-SHA1,DHGroup2:3DES-SHA1");
    }

    public LabNetwork network() {
        return network;
    }

    /** The computer's name in capitals. */
    public String name() {
        return name;
    }

    /** The name with the domain's. */
    public String qualifiedName() {
        return name.toLowerCase(Locale.ROOT) + "." + Domain.NAME;
    }

    /** The address in the simulated network, of IPv4 or IPv6. */
    public String address() {
        return address;
    }

    public WindowsVersion version() {
        return version;
    }

    public Language language() {
        return language;
    }

    public Services services() {
        return services;
    }

    public Registry registry() {
        return registry;
    }

    public FileStore files() {
        return files;
    }

    public EventLog security() {
        return security;
    }

    public EventLog system() {
        return system;
    }

    /** The old policies of the host itself. */
    public LegacyStore legacy() {
        return legacy;
    }

    /** The connection security rules of the host itself. */
    public List<ConsecRule> localRules() {
        return localRules;
    }

    /** The connection security rules that came with the last update of group policy. */
    public List<ConsecRule> domainRules() {
        return domainRules;
    }

    /** The name of the old policy that group policy assigned at its last update, or empty. */
    public String domainPolicy() {
        return domainPolicy;
    }

    public boolean mergesLocalRules() {
        return mergesLocalRules;
    }

    /**
     * What is in the stores of the computer: the domain's authority and a certificate of it for a year. They are made when
     * they are first asked for.
     */
    public List<StoredCertificate> certificates() {
        List<StoredCertificate> all = certificates;
        if (all == null) {
            all = new ArrayList<>();
            all.add(new StoredCertificate("Root", network.domain().authority().root(), false, ""));
            all.add(network.issue(
                    this, enrolled.minus(ENROLLED), Duration.ofDays(365), CertificateAuthority.EKU_IKE, true));
            certificates = all;
        }
        return all;
    }

    /** What is in the stores of the administrator, where IKE does not look. */
    public List<StoredCertificate> userCertificates() {
        return userCertificates;
    }

    /** What the computer fetched to check revocation. */
    public UrlCache urlCache() {
        return urlCache;
    }

    /** Settings of IPsec by the names of netsh; those of old policies last until the service stops. */
    public Map<String, String> settings() {
        return settings;
    }

    public String setting(String key) {
        return Objects.requireNonNullElse(settings.get(key), "");
    }

    public List<MainModeSa> mainMode() {
        return mainMode;
    }

    public List<QuickModeSa> quickMode() {
        return quickMode;
    }

    /** The negotiations that failed last, the oldest first, {@link #MAX_NET_EVENTS} at most. */
    public List<NetEvent> netEvents() {
        return List.copyOf(netEvents);
    }

    void add(NetEvent event) {
        if (netEvents.size() >= MAX_NET_EVENTS) {
            netEvents.removeFirst();
        }
        netEvents.addLast(event);
    }

    /** The profile of the network that the host is in: Domain, Private or Public. */
    public String profile() {
        return profile;
    }

    public void setProfile(String now) {
        profile = now;
    }

    /** Whether negotiations are audited. */
    public boolean isAudited() {
        return isAudited && registry.number(AUDIT_KEY, "DisableIKEAudits", 0) != 1;
    }

    public void setAudited(boolean audited) {
        isAudited = audited;
    }

    /** Whether its firewall drops UDP 500 and 4500. */
    public boolean blocksIke() {
        return blocksIke;
    }

    public void setBlocksIke(boolean blocks) {
        blocksIke = blocks;
    }

    /** What its clock says; whole seconds, as most commands print. */
    public Instant now() {
        return network.now().plus(clockOffset);
    }

    /** By how much its clock is ahead. */
    public Duration clockOffset() {
        return clockOffset;
    }

    public void setClockOffset(Duration offset) {
        clockOffset = offset;
    }

    /** A time as this host's language writes it; its zone is UTC. */
    public String format(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(time.atOffset(ZoneOffset.UTC));
    }

    /** The old policy in force, which one of the domain replaces entirely, or null. */
    public @Nullable LegacyPolicy activePolicy() {
        return domainPolicy.isEmpty() ? legacy.assigned() : activeStore().policy(domainPolicy);
    }

    /** The store that the old policy in force is in. */
    public LegacyStore activeStore() {
        return domainPolicy.isEmpty() ? legacy : network.domain().legacy();
    }

    /** The connection security rules in force, those of group policy first. */
    public List<ConsecRule> activeRules() {
        List<ConsecRule> active = new ArrayList<>(domainRules);
        if (mergesLocalRules || domainRules.isEmpty()) {
            active.addAll(localRules);
        }
        return active;
    }

    /**
     * The most specific rule in force for TCP with an address, or null.
     *
     * @throws IllegalArgumentException if that is no address
     */
    public @Nullable ConsecRule winningRule(String peer) {
        BigInteger me = Endpoint.address(address);
        BigInteger other = Endpoint.address(peer);
        ConsecRule best = null;
        for (ConsecRule rule : activeRules()) {
            if (rule.covers(me, other, profile) && (best == null || rule.weight() > best.weight())) {
                best = rule;
            }
        }
        return best;
    }

    /** Fetches the policies of the domain. */
    public void updateGroupPolicy() {
        Domain domain = network.domain();
        domainRules = version.isLegacy() ? List.of() : List.copyOf(domain.rules());
        mergesLocalRules = domain.mergesLocalRules();
        LegacyPolicy assigned = domain.legacy().assigned();
        domainPolicy = assigned == null ? "" : assigned.name();
        if (assigned == null) {
            registry.remove(GPO_KEY);
        } else {
            registry.put(GPO_KEY, "DSIPSECPolicyName", "REG_SZ", assigned.name());
        }
    }

    /** Starts or stops a service. Whoever stops what keys or filters loses its security associations. */
    public void setRunning(Service service, boolean running) {
        services.set(service.in(running ? Service.State.RUNNING : Service.State.STOPPED));
        Map<String, String> data = new LinkedHashMap<>();
        data.put("param1", service.displayName());
        data.put("param2", running ? "running" : "stopped");
        system.add(now(), 7036, true, data);
        boolean keys = !service.name().equalsIgnoreCase("PolicyAgent") || version.isLegacy();
        if (!running && keys && isOfIpsec(service)) {
            network.forget(this);
            if (version.isLegacy()) {
                // What dynamic mode set is gone with the service (TechNet, Netsh commands for Internet Protocol
                // security).
                settings.put("ikelogging", "0");
                settings.put("strongcrlcheck", "1");
            }
        }
        if (service.name().equalsIgnoreCase("PolicyAgent") && isAudited) {
            recordPolicyAgent(running);
        }
    }

    private void recordPolicyAgent(boolean running) {
        if (!version.isLegacy()) {
            security.add(now(), running ? 5478 : 5479, true, Map.of());
        } else if (running) {
            LegacyPolicy policy = activePolicy();
            String name = policy == null ? "" : policy.name();
            security.add(now(), 613, true, LegacyEvents.started(name, !domainPolicy.isEmpty()));
            system.add(now(), DRIVER_SECURES, true, Map.of());
        } else {
            security.add(now(), 614, true, LegacyEvents.stopped());
        }
    }

    public void setStart(Service service, Service.Start how) {
        services.set(service.starting(how));
    }

    private static boolean isOfIpsec(Service service) {
        return List.of("PolicyAgent", "IKEEXT", "BFE", "MpsSvc").contains(service.name());
    }

    /**
     * Whether the domain controller gives it tickets of Kerberos: its account is enabled, its clock is right, and its own
     * policies let it reach the controller, which has no IPsec.
     */
    public boolean getsTickets() {
        Stance stance = Stance.of(this, Domain.CONTROLLER_ADDRESS);
        boolean reaches = !stance.blocks() && (!stance.isInitiating() || stance.sendsClear() || exemptsKerberos);
        return reaches
                && clockOffset.abs().compareTo(MAX_SKEW) <= 0
                && !network.domain().disabled().contains(name);
    }

    /** Whether it can fetch revocation lists: the server answers, and its own policies let it reach the server, which has no IPsec. */
    public boolean fetchesLists() {
        Stance stance = Stance.of(this, Domain.LISTS_ADDRESS);
        return network.domain().authority().isCrlReachable()
                && !stance.blocks()
                && (!stance.isInitiating() || stance.sendsClear());
    }

    /** Starts the computer again: associations are gone, and so is what dynamic mode had set, but for what waits for this. */
    public void restart() {
        network.forget(this);
        network.recordings(this).forget();
        if (version.isLegacy()) {
            // The driver comes up before the service (documentation of its modes).
            system.add(now(), DRIVER_BYPASSES, true, Map.of());
            if (services.isRunning("PolicyAgent")) {
                system.add(now(), DRIVER_SECURES, true, Map.of());
            }
            String exempt = setting("ipsecexempt");
            exemptsKerberos = exempt.equals("0") || exempt.equals("2");
            settings.put("ikelogging", "0");
            settings.put("strongcrlcheck", "1");
        }
    }

    /** Whether what negotiates keys is running. */
    boolean keys() {
        return version.isLegacy()
                ? services.isRunning("PolicyAgent")
                : services.isRunning("IKEEXT") && services.isRunning("BFE");
    }
}
