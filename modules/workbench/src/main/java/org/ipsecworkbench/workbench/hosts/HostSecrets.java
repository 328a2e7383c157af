package org.ipsecworkbench.workbench.hosts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that hosts are asked with, while the workbench runs. Those of a group are one object for all of its hosts,
 * so that a rejected password is tried at one of them only; it stays rejected until the user gives another. Safe for several
 * threads; not for the event dispatch thread.
 */
final class HostSecrets {
    private static final HostSecrets SECRETS = new HostSecrets();

    private final Map<String, Credentials> byKey = new HashMap<>();
    private final Map<String, Credentials> ofLab = new HashMap<>();
    private final Set<KnownHost> ofEndedLab = new HashSet<>();
    private List<KnownHost> labHosts = List.of();

    /** Apart from the one of the workbench. */
    HostSecrets() {}

    static HostSecrets get() {
        return SECRETS;
    }

    /**
     * What a host can be asked with without asking the user; null where there is no password, or only a rejected one.
     */
    synchronized @Nullable Credentials find(KnownHost host) {
        if (!host.isRemote()) {
            return Credentials.none();
        }
        if (host.usesTickets()) {
            return Credentials.ticketCache("");
        }
        Credentials lab = ofLab.get(host.address().toString());
        if (lab != null) {
            return lab;
        }
        for (Scope scope : scopes(host)) {
            String key = PasswordStore.key(host, scope);
            Credentials credentials = byKey.containsKey(key) ? byKey.get(key) : read(key, host);
            if (credentials != null && !credentials.isRejected()) {
                return credentials;
            }
        }
        return null;
    }

    /** Whether the password of a host was rejected. */
    synchronized boolean isRejected(KnownHost host) {
        return scopes(host).stream()
                .map(scope -> byKey.get(PasswordStore.key(host, scope)))
                .anyMatch(credentials -> credentials != null && credentials.isRejected());
    }

    private static List<Scope> scopes(KnownHost host) {
        return host.group().isEmpty() ? List.of(Scope.HOST) : List.of(Scope.HOST, Scope.GROUP);
    }

    private @Nullable Credentials read(String key, KnownHost host) {
        char[] password = PasswordStore.read(key);
        if (password == null) {
            return null;
        }
        Credentials credentials = host.credentials(password);
        Arrays.fill(password, '\0');
        byKey.put(key, credentials);
        return credentials;
    }

    /**
     * Asks hosts with another password from now on, all of them with one object.
     *
     * @param hosts that are asked as the same user
     * @param scope for whom: each host, or all hosts of its group that are asked as the same user; nobody is for the hosts too
     */
    synchronized Credentials use(List<KnownHost> hosts, char[] password, Scope scope) {
        Credentials credentials = hosts.get(0).credentials(password);
        for (KnownHost host : hosts) {
            String own = PasswordStore.key(host, Scope.HOST);
            if (scope == Scope.GROUP && byKey.remove(own) != null) {
                // It would count more.
                PasswordStore.forget(own);
            }
            byKey.put(scope == Scope.GROUP ? PasswordStore.key(host, Scope.GROUP) : own, credentials);
        }
        return credentials;
    }

    /** Takes rejected passwords of a host out of the keyring, so that they are not tried after a restart either. */
    synchronized void forgetRejected(KnownHost host) {
        for (Scope scope : scopes(host)) {
            String key = PasswordStore.key(host, scope);
            Credentials credentials = byKey.get(key);
            if (credentials != null && credentials.isRejected()) {
                PasswordStore.forget(key);
            }
        }
    }

    /** Whether it was one of a lab that has ended, for which nobody has a password. */
    synchronized boolean isOfEndedLab(KnownHost host) {
        return ofEndedLab.contains(host);
    }

    /** The hosts of the lab are asked with these; null when it has ended. */
    synchronized void setLab(List<KnownHost> hosts, @Nullable Credentials credentials) {
        ofLab.values().forEach(Credentials::close);
        ofLab.clear();
        ofEndedLab.addAll(labHosts);
        hosts.forEach(ofEndedLab::remove);
        labHosts = List.copyOf(hosts);
        if (credentials != null) {
            hosts.forEach(host -> ofLab.put(host.address().toString(), credentials));
        }
    }
}
