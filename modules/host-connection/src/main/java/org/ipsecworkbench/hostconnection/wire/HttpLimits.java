package org.ipsecworkbench.hostconnection.wire;

/**
 * What a message of HTTP may cost. The defaults leave several times what Windows sends.
 *
 * @param line the longest line in bytes: a Kerberos ticket with many groups is some 64 kB in base64
 * @param headers the most header lines of a message
 * @param body the largest body in bytes: Windows' envelopes have 500 kB at most
 */
public record HttpLimits(int line, int headers, int body) {
    /** What WinRM stays within: lines of 128 KiB, 100 headers, bodies of 4 MiB. */
    public static final HttpLimits DEFAULT = new HttpLimits(128 << 10, 100, 4 << 20);
}
