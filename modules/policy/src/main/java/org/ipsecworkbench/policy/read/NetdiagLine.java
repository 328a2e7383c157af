package org.ipsecworkbench.policy.read;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of {@code netdiag /test:ipsec /debug} about a filter: several labelled values may stand in it. */
final class NetdiagLine {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("Filter Id", "id"),
            Map.entry("Policy Id", "policyid"),
            Map.entry("Src Addr", "srcaddr"),
            Map.entry("Src Mask", "srcmask"),
            Map.entry("Dest Addr", "dstaddr"),
            Map.entry("Dest Mask", "dstmask"),
            Map.entry("Tunnel Addr", "tunnel"),
            Map.entry("Src Port", "srcport"),
            Map.entry("Dest Port", "dstport"),
            Map.entry("Protocol", "protocol"),
            Map.entry("TunnelFilter", "tunnelfilter"),
            Map.entry("Flags", "flags"));

    private static final String NAMES =
            "(Filter Id|Policy Id|Src Addr|Src Mask|Dest Addr|Dest Mask|Tunnel Addr|Src Port"
                    + "|Dest Port|Protocol|TunnelFilter|Flags)\\s*:\\s*";
    private static final Pattern VALUE = Pattern.compile(NAMES + "(.*?)(?=\\s+" + NAMES + "|$)");

    private NetdiagLine() {}

    /** Adds the values to the filter that is open; false if there are none. */
    static boolean read(Line line, Block netdiag, Reading reading) {
        Matcher value = VALUE.matcher(line.text().strip());
        boolean isFound = false;
        while (value.find()) {
            isFound = true;
            String key = KEYS.getOrDefault(value.group(1), "");
            if (key.equals("id")) {
                reading.beginInside(netdiag, BlockKind.FILTER, line.number());
            }
            int last = netdiag.children().size() - 1;
            Block target = last < 0 ? netdiag : netdiag.children().get(last);
            reading.add(target, key, value.group(1), value.group(2).strip(), line.number());
        }
        return isFound;
    }
}
