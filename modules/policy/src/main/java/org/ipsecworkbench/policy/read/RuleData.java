package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The binary data of a rule ([MS-GPIPSEC] 2.2.1.3, ipsecNFA), as a listing says the same: how to authenticate, where the tunnel
 * ends, and where it acts.
 */
final class RuleData {
    private static final int PRESHARED_KEY = 1;
    private static final int CERTIFICATE = 3;
    private static final int KERBEROS = 5;
    private static final int MAPPED = 1;
    private static final int AUTHORITY_HIDDEN = 2;

    private RuleData() {}

    /** A method of the data; a key is handed on at once and not kept. */
    private record Method(long type, String value) {}

    static void read(Octets data, int line, Block block, Reading reading) {
        data.skip(Octets.GUID + 4);
        long count = data.number();
        List<Method> methods = new ArrayList<>();
        for (long i = 0; i < count && i < reading.limits().maxSettings(); i++) {
            methods.add(new Method(data.number(), data.text()));
        }
        long interfaces = data.number();
        reading.add(block, "conntype", "Interface-Type", interfaces(interfaces), line);
        reading.add(block, "", "Interface-Name", data.text(), line);
        String tunnel = Octets.ipv4(data.take(4));
        boolean isTunnel = data.number() != 0;
        reading.add(block, "activated", "Is-Active-Specifier", data.number() == 0 ? "no" : "yes", line);
        String end = data.text();
        // Identifiers of what later versions put behind end with a number of their own.
        Octets flags = data.behind(mark(2));
        byte[] newer =
                data.behind(mark(3)).remaining() >= 16 ? data.behind(mark(3)).take(16) : new byte[0];
        if (isTunnel) {
            reading.add(block, "tunnel", "Tunnel-Address", newer.length == 0 ? tunnel : Octets.ipv6(newer), line);
            reading.add(block, "", "Tunnel-End-Point-Name", end, line);
        }
        boolean hasFlags = flags.remaining() >= 4 + 4L * methods.size();
        if (hasFlags) {
            flags.skip(4);
        }
        for (Method method : methods) {
            method(method, hasFlags ? flags.number() : 0, line, block, reading);
        }
    }

    private static void method(Method method, long flags, int line, Block block, Reading reading) {
        if (method.type == PRESHARED_KEY) {
            reading.add(block, "psk", "Auth-Method", method.value, line);
        } else if (method.type == CERTIFICATE) {
            reading.add(
                    block,
                    "rootca",
                    "Auth-Method",
                    method.value + " certmap:" + ((flags & MAPPED) == 0 ? "no" : "yes") + " excludecaname:"
                            + ((flags & AUTHORITY_HIDDEN) == 0 ? "no" : "yes"),
                    line);
        } else if (method.type == KERBEROS) {
            reading.add(block, "kerberos", "Auth-Method", "yes", line);
        } else {
            reading.add(block, "", "Auth-Type", String.valueOf(method.type), line);
        }
    }

    private static byte[] mark(int number) {
        byte[] mark = new byte[Octets.GUID];
        Arrays.fill(mark, (byte) 1);
        mark[Octets.GUID - 1] = (byte) number;
        return mark;
    }

    private static String interfaces(long type) {
        return type == 0xffff_ffffL
                ? "dialup"
                : type == 0xffff_fffeL ? "lan" : type == 0xffff_fffdL ? "all" : "" + type;
    }
}
