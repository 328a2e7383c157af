package org.ipsecworkbench.lab.model;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes Oakley.log of Windows Server 2003 while logging is on. No real log was at hand: the lines have the form that public
 * notes describe, and say no more than a negotiation's cookies, its messages and how it ended. Format unverified.
 */
final class Oakley {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("M-dd: HH:mm:ss:SSS", Locale.ROOT);
    private static final String THREAD = ":8a4 ";

    private Oakley() {}

    static String path(WindowsHost host) {
        return host.version().systemRoot() + "\\Debug\\Oakley.log";
    }

    static void failed(WindowsHost host, WindowsHost peer, IkeStatus status, String cookies, boolean isInitiator) {
        begin(host, peer, cookies, isInitiator);
        line(host, "ProcessFailure: sa:000DEA38 centry:00000000 status:" + Integer.toHexString(status.code()));
        line(host, "isadb_set_status sa:000DEA38 centry:00000000 status " + Integer.toHexString(status.code()));
    }

    static void established(WindowsHost host, WindowsHost peer, String cookies, boolean isInitiator) {
        begin(host, peer, cookies, isInitiator);
        line(host, "MM established.  SA: 000DEA38");
    }

    private static void begin(WindowsHost host, WindowsHost peer, String cookies, boolean isInitiator) {
        String[] both = cookies.split("/", -1);
        line(
                host,
                isInitiator
                        ? "Sending: SA = 0x000DEA38 to " + peer.address() + ":Type 2.500"
                        : "Receive: (get) SA = 0x00000000 from " + peer.address() + ".500");
        line(host, "ISAKMP Header: (V1.0), len = 168");
        line(host, "  I-COOKIE " + both[0]);
        line(host, "  R-COOKIE " + both[1]);
        line(host, "  exchange: Oakley Main Mode");
        line(host, "  flags: 0");
        line(host, "  next payload: SA");
        line(host, "  message ID: 00000000");
    }

    private static void line(WindowsHost host, String text) {
        if (host.version().isLegacy() && !host.setting("ikelogging").equals("0")) {
            host.files()
                    .append(
                            path(host),
                            " " + STAMP.format(host.now().atOffset(ZoneOffset.UTC)) + THREAD + text + "\r\n",
                            host.now());
        }
    }
}
