package org.ipsecworkbench.lab.program;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.Outcome;
import org.ipsecworkbench.lab.model.Service;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.Thumbprint;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.jspecify.annotations.Nullable;

/**
 * The cmdlets that the lab knows; each gives objects with properties. Names are from the documentation, format
 * unverified. A text alone is an object whose property has no name.
 */
final class Cmdlets {
    private final Call call;
    private final WindowsHost host;
    private final NetSecurity security;

    Cmdlets(Call call) {
        this.call = call;
        this.host = call.host();
        this.security = new NetSecurity(host);
    }

    /** Runs a cmdlet with its arguments; null if it is not known. */
    @Nullable
    List<Map<String, Object>> run(List<String> words) {
        String name = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "write-host", "write-output", "echo" -> text(String.join(" ", words.subList(1, words.size())));
            case "$psversiontable.psversion", "$psversiontable.psversion.tostring()" -> text(powerShell(host));
            case "(pwd).path", "(get-location).path" -> text(call.shell().folder());
            case "get-date" -> text(host.now().truncatedTo(ChronoUnit.SECONDS).toString());
            case "get-service" -> services(parameter(words, "-name"));
            case "start-service", "stop-service", "restart-service" -> control(name, parameter(words, "-name"));
            case "get-netipsecrule" -> security.rules(store(words));
            case "set-netipsecrule" ->
                host.version().compareTo(WindowsVersion.SERVER_2012_R2) < 0
                        ? null
                        : security.setModules(parameter(words, "-displayname"), parameter(words, "-keymodule"));
            case "find-netipsecrule" -> security.winning(parameter(words, "-remoteaddress"));
            case "get-netfirewalladdressfilter" -> security.addresses(store(words));
            case "get-netfirewallportfilter" -> security.ports(store(words));
            case "get-netipsecphase1authset" -> security.authentication(store(words));
            case "get-netipsecmainmodecryptoset" -> security.mainModeOffers(store(words));
            case "get-netipsecquickmodecryptoset" -> security.quickModeOffers(store(words));
            case "get-netfirewallsetting" -> security.settings();
            case "get-netipsecmainmodesa" -> security.mainMode();
            case "get-netipsecquickmodesa" -> security.quickMode();
            case "remove-netipsecmainmodesa", "remove-netipsecquickmodesa" -> {
                host.network().forget(host);
                yield List.of();
            }
            case "get-childitem", "dir", "ls" -> certificates(words);
            case "get-netconnectionprofile" -> connection();
            case "test-netconnection" -> connectivity(words);
            case "test-computersecurechannel" ->
                text(host.network().domain().disabled().contains(host.name()) ? "False" : "True");
            default -> name.startsWith("\"") || name.isEmpty() ? text(name) : null;
        };
    }

    /** The PowerShell that came with a release. */
    static String powerShell(WindowsHost host) {
        String number = host.version().number();
        return switch (host.version()) {
            case SERVER_2003, SERVER_2008_R2 -> "2.0";
            case SERVER_2012_R2 -> "4.0";
            default -> "5.1." + number.substring(number.lastIndexOf('.') + 1) + ".1";
        };
    }

    private static List<Map<String, Object>> text(String text) {
        return List.of(Map.of("", text));
    }

    /** The value of a parameter, or the first argument that has no name, or null. */
    private static @Nullable String parameter(List<String> words, String name) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(name)) {
                return i + 1 < words.size() ? words.get(i + 1) : null;
            }
        }
        return words.size() > 1 && !words.get(1).startsWith("-") ? words.get(1) : null;
    }

    /** The store that is asked for; that of the host itself unless another one is named. */
    private static NetSecurity.Store store(List<String> words) {
        String name = parameter(words, "-policystore");
        if ("ActiveStore".equalsIgnoreCase(name)) {
            return NetSecurity.Store.ACTIVE;
        }
        return "RSOP".equalsIgnoreCase(name) ? NetSecurity.Store.RSOP : NetSecurity.Store.PERSISTENT;
    }

    private List<Map<String, Object>> services(@Nullable String names) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Service service : host.services().all()) {
            if (names == null
                    || List.of(names.toLowerCase(Locale.ROOT).split(",", -1))
                            .contains(service.name().toLowerCase(Locale.ROOT))) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("Name", service.name());
                object.put("DisplayName", service.displayName());
                object.put("Status", service.isRunning() ? "Running" : "Stopped");
                object.put("StartType", service.start() == Service.Start.AUTO_START ? "Automatic" : "Manual");
                objects.add(object);
            }
        }
        return objects;
    }

    private List<Map<String, Object>> control(String cmdlet, @Nullable String name) {
        Service service = name == null ? null : host.services().find(name);
        if (service == null) {
            call.err().say("Cannot find any service with service name '{0}'.", name == null ? "" : name);
            return List.of();
        }
        if (!cmdlet.startsWith("start")) {
            Net.withDependents(host, service).forEach(each -> host.setRunning(each, false));
        }
        if (!cmdlet.startsWith("stop")) {
            host.setRunning(service, true);
        }
        return List.of();
    }

    private @Nullable List<Map<String, Object>> certificates(List<String> words) {
        String path = parameter(words, "-path");
        if (path == null || !path.toLowerCase(Locale.ROOT).startsWith("cert:\\localmachine\\")) {
            return null;
        }
        String store = path.substring("cert:\\localmachine\\".length());
        List<Map<String, Object>> objects = new ArrayList<>();
        for (StoredCertificate stored : host.certificates()) {
            if (stored.store().equalsIgnoreCase(store)) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put(
                        "Subject",
                        stored.certificate().getSubjectX500Principal().getName());
                object.put(
                        "Issuer", stored.certificate().getIssuerX500Principal().getName());
                object.put("Thumbprint", Thumbprint.of(stored.certificate()).toUpperCase(Locale.ROOT));
                object.put(
                        "NotBefore",
                        stored.certificate().getNotBefore().toInstant().toString());
                object.put(
                        "NotAfter",
                        stored.certificate().getNotAfter().toInstant().toString());
                object.put("HasPrivateKey", stored.hasPrivateKey());
                objects.add(object);
            }
        }
        return objects;
    }

    private List<Map<String, Object>> connection() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("Name", host.profile().equals("Domain") ? Domain.NAME : "Network");
        object.put("InterfaceAlias", "Ethernet");
        object.put("NetworkCategory", host.profile().equals("Domain") ? "DomainAuthenticated" : host.profile());
        return List.of(object);
    }

    private List<Map<String, Object>> connectivity(List<String> words) {
        String name = parameter(words, "-computername");
        WindowsHost peer = name == null ? null : host.network().host(name);
        Outcome outcome = peer == null || peer == host ? null : host.network().talk(host, peer);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ComputerName", name == null ? "" : name);
        object.put("RemoteAddress", peer == null ? "" : peer.address());
        object.put("TcpTestSucceeded", outcome != null && outcome.arrives());
        return List.of(object);
    }
}
