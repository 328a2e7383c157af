package org.ipsecworkbench.lab.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of a host. Names are found in any case, by short name or by the name that people see. */
public final class Services {
    private final SortedMap<String, Service> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Services(WindowsVersion version) {
        if (version.isLegacy()) {
            add("PolicyAgent", "IPSEC Services", true, false, "lsass.exe", List.of("RPCSS", "Tcpip", "IPSec"));
            add("EventLog", "Event Log", true, false, "services.exe", List.of());
            add("Netlogon", "Net Logon", true, false, "lsass.exe", List.of("LanmanWorkstation"));
        } else {
            // Own processes from Windows 10 on; seen in listings of 2020 and 2024.
            boolean own = version.compareTo(WindowsVersion.SERVER_2019) >= 0;
            String group = "svchost.exe -k ";
            add("BFE", "Base Filtering Engine", true, false, group + "LocalServiceNoNetwork", List.of("RpcSs"));
            add(
                    "MpsSvc",
                    windowsFirewall(version),
                    true,
                    false,
                    group + "LocalServiceNoNetwork",
                    List.of("mpsdrv", "bfe"));
            add("IKEEXT", "IKE and AuthIP IPsec Keying Modules", true, own, group + "netsvcs", List.of("BFE"));
            add(
                    "PolicyAgent",
                    "IPsec Policy Agent",
                    true,
                    own,
                    group + "NetworkServiceNetworkRestricted",
                    List.of("Tcpip", "bfe"));
            add("EventLog", "Windows Event Log", true, false, group + "LocalServiceNetworkRestricted", List.of());
            add("Netlogon", "Netlogon", true, false, "lsass.exe", List.of("LanmanWorkstation"));
            add(
                    "WinRM",
                    "Windows Remote Management (WS-Management)",
                    true,
                    false,
                    group + "NetworkService",
                    List.of("RPCSS", "HTTP"));
        }
        add("W32Time", "Windows Time", true, false, "svchost.exe -k LocalService", List.of());
        add("lanmanserver", "Server", true, false, "svchost.exe -k netsvcs", List.of());
        add("CryptSvc", "Cryptographic Services", true, false, "svchost.exe -k NetworkService", List.of("RpcSs"));
    }

    private static String windowsFirewall(WindowsVersion version) {
        return version.compareTo(WindowsVersion.SERVER_2019) >= 0 ? "Windows Defender Firewall" : "Windows Firewall";
    }

    private void add(String name, String display, boolean running, boolean own, String binary, List<String> needs) {
        services.put(
                name,
                new Service(
                        name,
                        display,
                        running ? Service.State.RUNNING : Service.State.STOPPED,
                        Service.Start.AUTO_START,
                        0,
                        own,
                        "C:\\Windows\\system32\\" + binary,
                        needs));
    }

    public Collection<Service> all() {
        return Collections.unmodifiableCollection(services.values());
    }

    /** The service of this short or display name, or null. */
    public @Nullable Service find(String name) {
        Service service = services.get(name);
        if (service == null) {
            for (Service each : services.values()) {
                if (each.displayName().equalsIgnoreCase(name)) {
                    return each;
                }
            }
        }
        return service;
    }

    public boolean isRunning(String name) {
        Service service = services.get(name);
        return service != null && service.isRunning();
    }

    /** The running services that need this one. */
    public List<Service> dependents(Service service) {
        return services.values().stream()
                .filter(each -> each.isRunning()
                        && each.dependencies().stream().anyMatch(need -> need.equalsIgnoreCase(service.name())))
                .toList();
    }

    void set(Service service) {
        services.put(service.name(), service);
    }
}
