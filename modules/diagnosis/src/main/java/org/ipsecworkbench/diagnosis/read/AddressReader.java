package org.ipsecworkbench.diagnosis.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.policy.AddressRange;

/**
 * Reads the addresses of a host from {@code ipconfig}, whatever the labels are called: of IPv4 those that a netmask follows in the
 * next line, of IPv6 those with a state in parentheses behind them, which Windows prints from Vista on. Link-local ones are left
 * out: several interfaces may have the same.
 */
public final class AddressReader {
    private static final Pattern ADDRESS = Pattern.compile(":\\s*(\\d{1,3}(?:\\.\\d{1,3}){3})(?:\\([^)]*\\))?\\s*$");
    private static final Pattern IPV6 = Pattern.compile(":\\s+([0-9a-fA-F:.]{2,45})\\([^)]*\\)\\s*$");
    private static final int BITS = 32;

    private AddressReader() {}

    /** Those of IPv4 first, each in the order of the interfaces and in canonical text; empty where the host was not asked. */
    public static List<String> read(HostEvidence host) {
        List<String> addresses = new ArrayList<>();
        List<String> ofSix = new ArrayList<>();
        String before = "";
        for (String line : host.answer(Commands.ADDRESSES)
                .map(answer -> answer.outputText().lines().toList())
                .orElse(List.of())) {
            Matcher value = ADDRESS.matcher(line);
            String address = value.find() ? value.group(1) : "";
            if (isMask(address) && !before.isEmpty() && !isMask(before)) {
                addresses.add(before);
            }
            before = address;
            Matcher six = IPV6.matcher(line);
            AddressRange range = six.find() && six.group(1).contains(":") ? AddressRange.parse(six.group(1)) : null;
            if (range != null && !range.text().startsWith("fe80:")) {
                ofSix.add(range.text());
            }
        }
        addresses.addAll(ofSix);
        return addresses;
    }

    /** Whether ones come before zeros; 0.0.0.0 is none. */
    private static boolean isMask(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int bits = 0;
        for (String part : text.split("\\.", -1)) {
            bits = bits << 8 | Integer.parseInt(part) & 0xff;
        }
        return bits != 0 && Integer.bitCount(bits) + Integer.numberOfTrailingZeros(bits) == BITS;
    }
}
