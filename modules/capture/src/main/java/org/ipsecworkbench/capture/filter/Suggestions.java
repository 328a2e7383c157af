package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;

/** What somebody meant who wrote a name that there is not. */
final class Suggestions {
    private static final int MAX_NAME = 40;

    /** Applications that people filter for, and that only their ports tell here. */
    private static final Map<String, String> APPLICATIONS = Map.ofEntries(
            Map.entry("http", "tcp.port == 80"),
            Map.entry("tls", "tcp.port == 443"),
            Map.entry("ssl", "tcp.port == 443"),
            Map.entry("ssh", "tcp.port == 22"),
            Map.entry("rdp", "tcp.port == 3389"),
            Map.entry("ldap", "tcp.port == 389 or udp.port == 389"),
            Map.entry("dcerpc", "tcp.port == 135"),
            Map.entry("ntp", "udp.port == 123"),
            Map.entry("snmp", "udp.port == 161"),
            Map.entry("smb2", "smb"),
            Map.entry("bootp", "dhcp"),
            Map.entry("l2tp", "udp.port == 1701"),
            Map.entry("udpencap", "udp.port == 4500"));

    private Suggestions() {}

    static List<String> classes() {
        return Arrays.stream(TrafficClass.values()).map(TrafficClass::key).toList();
    }

    static List<String> protections() {
        return Arrays.stream(Protection.values()).map(Values::key).toList();
    }

    /** What to say of a name that is neither a field nor a protocol. */
    static String unknown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (classes().contains(lower)) {
            return "'" + name + "' is a class: write class == " + lower + ".";
        }
        if (protections().contains(lower)) {
            return "'" + name + "' is a protection: write protection == " + lower + ".";
        }
        String address = lower.replaceFirst("/.*", "");
        if (Networks.looksLikeFour(address) || Networks.looksLikeSix(address)) {
            return "An address is compared with a field: write host == " + name + ".";
        }
        if (lower.matches("[0-9].*")) {
            return "A value is compared with a field: write for instance tcp.port == 445.";
        }
        String application = APPLICATIONS.get(lower);
        if (application != null) {
            return "'" + name + "' is told by its port here: write " + application + ".";
        }
        Optional<String> near = nearest(lower);
        if (near.isPresent()) {
            return "Unknown field '" + name + "': did you mean '" + near.get() + "'?";
        }
        int dot = lower.indexOf('.');
        List<String> siblings = dot < 0
                ? List.of()
                : Field.named().stream()
                        .map(Field::key)
                        .filter(key -> key.startsWith(lower.substring(0, dot + 1)))
                        .toList();
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        return "'" + shown + "' is neither a field nor a protocol here"
                + (siblings.isEmpty() ? "." : "; there is " + String.join(", ", siblings) + ".");
    }

    private static Optional<String> nearest(String name) {
        if (name.length() > MAX_NAME) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        Field.named().forEach(field -> names.add(field.key()));
        Arrays.stream(Protocol.values()).forEach(protocol -> names.add(protocol.key()));
        int most = Math.min(3, (name.length() + 1) / 3);
        return names.stream()
                .min(Comparator.comparingInt((String one) -> distance(name, one)))
                .filter(one -> distance(name, one) <= most);
    }

    /** How many letters have to be changed, left out, put in or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
