package org.ipsecworkbench.diagnosis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.hostconnection.RemoteCommand;

/** The servers of revocation lists and OCSP that certificates name, and their addresses as hosts look them up. */
public final class RevocationServers {
    /** A host has certificates of one or two authorities, each with a few servers. */
    private static final int MAX_SERVERS = 8;

    /** Certificates are no texts to be trusted; what is no name of a host is not looked up. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private RevocationServers() {}

    /**
     * Lets a host look up the addresses of the servers that its certificates name: lines {@code name=address} in no language. Asks
     * its name server and nobody else.
     *
     * @return empty where its certificates were not read yet, or name none
     */
    public static Optional<Need> lookUp(HostEvidence evidence) {
        Set<String> servers = of(HostFacts.certificates(evidence));
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Need(
                RemoteCommand.powerShell(
                        "<#ipsecwb addresses#>"
                                + "foreach($n in $names.Split(',')){try{foreach($a in [Net.Dns]::GetHostAddresses($n)){"
                                + "$n+'='+$a.IPAddressToString}}catch{$n+'='}}",
                        Map.of("names", String.join(",", servers))),
                "the addresses of " + String.join(", ", servers),
                Need.Right.USER,
                "where its revocation lists are"));
    }

    /** Servers that the own certificates of a host name, lower case, in the order of the alphabet. */
    static Set<String> of(HostCertificates host) {
        return host.personal().stream()
                .map(StoredCertificate::facts)
                .flatMap(facts -> facts.revocationAddresses().stream())
                .map(RevocationServers::server)
                .filter(name -> NAME.matcher(name).matches())
                .distinct()
                .limit(MAX_SERVERS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its address: of a host that is known by name, as any of the hosts looked it up, or the name itself where it is one. */
    public static String address(String server, List<HostFacts> known) {
        Optional<String> ofHost = known.stream()
                .filter(one -> one.name().equalsIgnoreCase(server)
                        || server.startsWith(one.name().toLowerCase(Locale.ROOT) + "."))
                .findFirst()
                .flatMap(HostFacts::address);
        return ofHost.or(() -> lookedUp(server, known)).orElse(server);
    }

    private static Optional<String> lookedUp(String server, List<HostFacts> known) {
        return known.stream()
                .map(HostFacts::evidence)
                .flatMap(evidence -> lookUp(evidence).flatMap(evidence::answer).stream())
                .flatMap(answer -> answer.outputText().lines())
                .filter(line -> line.startsWith(server + "="))
                .map(line -> line.substring(server.length() + 1).strip())
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    static String server(String url) {
        try {
            String name = new URI(url).getHost();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
