package org.ipsecworkbench.diagnosis.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;

/**
 * Reads the IPv4 addresses of a host from {@code ipconfig}: those that a netmask follows in the next line, whatever the
 * labels are called.
 */
public final class AddressReader {
    private static final Pattern ADDRESS = Pattern.compile(":\\s*(\\d{1,3}(?:\\.\\d{1,3}){3})(?:\\([^)]*\\))?\\s*$");
    private static final int BITS = 32;

    private AddressReader() {}

    /** In the order of the interfaces; empty where the host was not asked. */
    public static List<String> read(HostEvidence host) {
        List<String> addresses = new ArrayList<>();
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
        }
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
