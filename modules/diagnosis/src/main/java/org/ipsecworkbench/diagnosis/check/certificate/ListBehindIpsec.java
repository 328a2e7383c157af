package org.ipsecworkbench.diagnosis.check.certificate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Requirements;
import org.ipsecworkbench.diagnosis.RevocationServers;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;

/**
 * Whether a host that looks at revocation reaches the lists through IPsec only, for which it needs them. One that refuses what it
 * cannot tell (strongcrlcheck 2) then negotiates with nobody once the list in its cache is out of date; one that accepts it (1) waits.
 */
final class ListBehindIpsec {
    private ListBehindIpsec() {}

    static Optional<Finding> examine(Scene scene, HostFacts host) {
        StrongCrlCheck strictness = host.certificates().strictness();
        if (strictness != StrongCrlCheck.ATTEMPT && strictness != StrongCrlCheck.REQUIRE) {
            return Optional.empty();
        }
        Set<String> servers = new TreeSet<>();
        for (HostFacts checked : scene.hosts()) {
            servers.addAll(Requirements.protectedServers(host, checked.certificates(), scene.hosts()));
        }
        return servers.stream().findFirst().map(server -> finding(scene, host, strictness, server));
    }

    private static Finding finding(Scene scene, HostFacts host, StrongCrlCheck strictness, String server) {
        String address = RevocationServers.address(server, scene.hosts());
        boolean isOutOfReach = host.certificates().personal().stream()
                .flatMap(one -> one.errors().stream())
                .anyMatch(TrustError::isUndetermined);
        boolean isStopped = strictness == StrongCrlCheck.REQUIRE && isOutOfReach;
        return Finding.of(
                        "crl-behind-ipsec",
                        List.of(host.name()),
                        isStopped ? Verdict.FAILED : Verdict.ATTENTION,
                        isStopped ? 0.9 : 0.7,
                        host.name() + " reaches the revocation list at " + server + " (" + address
                                + ") through IPsec only, and IPsec needs that list",
                        List.of(
                                Evidence.whole(host.name(), Commands.CERTIFICATES, "a revocation list at " + server),
                                Evidence.whole(
                                        host.name(),
                                        Commands.RULES_IN_FORCE,
                                        "requires IPsec with " + address + "; StrongCRLCheck " + strictness.value())),
                        "A rule that exempts " + address + ", or an SA with it.")
                .remedied("exempt that server from IPsec", remedy(host, server, address));
    }

    private static List<Remedy> remedy(HostFacts host, String server, String address) {
        String name = "name=Revocation list at " + server + " (IPsec Workbench)";
        return Remedy.draft(
                        "permit-revocation-server/" + host.name(),
                        host.name(),
                        "Permit traffic of " + host.name() + " with " + server + " in clear",
                        Remedy.Risk.MEDIUM,
                        "What the host fetches there is in clear; lists and answers are signed, all else is not.")
                .run(
                        "netsh",
                        "advfirewall",
                        "consec",
                        "add",
                        "rule",
                        name,
                        "endpoint1=any",
                        "endpoint2=" + address,
                        "action=noauthentication")
                .undo("netsh", "advfirewall", "consec", "delete", "rule", name)
                .restsOn(host.evidence(), Commands.LOCAL_RULES)
                .done();
    }
}
