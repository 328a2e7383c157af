package org.ipsecworkbench.ike.events;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/** The events of IPsec: the resources {@code providers.tsv}, {@code events.tsv} and {@code fields.tsv}. */
final class EventTable {
    /** Whose the numbers of events are. */
    enum Group {
        /** The audit events of all Windows versions. */
        AUDIT,
        /** The service control manager. */
        SERVICES,
        /** The IPsec driver of Windows 2000 to 2003. */
        DRIVER,
        /** VPN connections. */
        RAS,
        /** The log {@code ConnectionSecurity} of the firewall. */
        FIREWALL,
        /** The trace of the IPsec policy service. */
        POLICY_AGENT,
        /** Kerberos. */
        KERBEROS,
        /** The secure channel to the domain. */
        NETLOGON,
        /** The clock. */
        TIME,
        /** Policies from the domain. */
        GROUP_POLICY,
        /** The trace of the filtering platform. */
        TRACE
    }

    /** What an event tells of. */
    enum Kind {
        MAIN_ESTABLISHED,
        MAIN_FAILED,
        MAIN_ENDED,
        CHILD_ESTABLISHED,
        CHILD_FAILED,
        CHILD_ENDED,
        EXTENDED_ESTABLISHED,
        EXTENDED_FAILED,
        /** Windows 2000 to 2003: one ID for both modes, and a value says which. */
        ESTABLISHED,
        FAILED,
        /** A message of IKE left the host, or reached it. */
        SENT,
        RECEIVED,
        /** Something that is part of no negotiation. */
        STATE
    }

    /**
     * One event ID.
     *
     * @param group whose it is
     * @param kind what it tells of
     * @param cause the key in {@code causes.tsv} of what it means by itself; empty where it is no failure, or its values say
     * @param meaning a sentence
     */
    record Entry(Group group, Kind kind, String cause, String meaning) {}

    private record Id(Group group, int id) {}

    private record Key(Id id, int version) {}

    private static final Map<String, Group> PROVIDERS = new HashMap<>();
    private static final Map<Id, Entry> ENTRIES = new HashMap<>();
    private static final Map<Key, List<String>> FIELDS = new HashMap<>();

    /** Those whose definitions name their values. */
    private static final Set<Group> MANIFESTS = Set.of(Group.TRACE, Group.FIREWALL, Group.POLICY_AGENT);

    /** Audit IDs below have values without names, told apart by their number. */
    private static final int FIRST_NAMED = 4608;

    static {
        for (String[] row : Table.rows(EventTable.class, "providers.tsv")) {
            PROVIDERS.put(row[0], group(row[1]));
        }
        for (String[] row : Table.rows(EventTable.class, "events.tsv")) {
            Kind kind = Kind.valueOf(row[2].toUpperCase(Locale.ROOT).replace('-', '_'));
            Id id = new Id(group(row[0]), Integer.parseInt(row[1]));
            ENTRIES.put(id, new Entry(id.group(), kind, row[3], row[4]));
        }
        for (String[] row : Table.rows(EventTable.class, "fields.tsv")) {
            List<String> names = row[3].isEmpty() ? List.of() : List.of(row[3].split(","));
            FIELDS.put(new Key(new Id(group(row[0]), Integer.parseInt(row[1])), Integer.parseInt(row[2])), names);
        }
    }

    private EventTable() {}

    static Group group(String name) {
        return Group.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whose the IDs of a provider are; an event that does not say is taken for an audit event. Null where none is known. */
    static @Nullable Group groupOf(String provider) {
        return provider.isEmpty() ? Group.AUDIT : PROVIDERS.get(provider.toLowerCase(Locale.ROOT));
    }

    static @Nullable Entry entry(String provider, int id) {
        Group group = groupOf(provider);
        return group == null ? null : ENTRIES.get(new Id(group, id));
    }

    /** The names of values that carry none themselves; empty where they are not known. */
    static List<String> fields(String provider, int id, int version, int count) {
        Group group = groupOf(provider);
        if (group == null) {
            return List.of();
        }
        boolean isNamed = group == Group.AUDIT ? id >= FIRST_NAMED : MANIFESTS.contains(group);
        List<String> names = FIELDS.get(new Key(new Id(group, id), isNamed ? version : count));
        return names == null || names.size() != count ? List.of() : names;
    }
}
