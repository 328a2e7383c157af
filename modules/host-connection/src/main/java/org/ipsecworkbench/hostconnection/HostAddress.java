package org.ipsecworkbench.hostconnection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a host is and how it is reached: {@code winrm://[user@]host[:port]}, {@code winrms://…}, {@code local:}, {@code
 * recorded:FOLDER}. Immutable.
 *
 * @param scheme the way to reach it, in lower case
 * @param user as it stands in the address, such as {@code LAB\alice}; may be empty
 * @param host name or address without brackets; for {@code recorded} the folder; empty for {@code local}
 * @param port 0 where the usual one is meant
 */
public record HostAddress(String scheme, String user, String host, int port) {
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:(.*)@)?(\\[[^\\]]*\\]|[^:/@]*)(?::(\\d{1,5}))?/?");
    private static final Pattern PLAIN = Pattern.compile("(local|recorded):(.*)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,255}");
    private static final Pattern IPV6 = Pattern.compile("(?=[^%]*:)[0-9a-fA-F:.]{2,45}(%[A-Za-z0-9_.-]{1,32})?");
    private static final int MAX_PORT = 65535;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException where it is none, with a message for people that does not quote it, since it may
     *     hold a password
     */
    public static HostAddress parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return new HostAddress(plain.group(1), "", plain.group(2), 0);
        }
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException(
                    "A host is winrm://[user@]host[:port], winrms://[user@]host[:port] or local:");
        }
        String user = url.group(2) == null ? "" : decoded(url.group(2));
        if (user.contains(":")) {
            throw new IllegalArgumentException(
                    "A password does not belong into an address; it is asked for, or read from --password-file.");
        }
        int port = url.group(4) == null ? 0 : Integer.parseInt(url.group(4));
        if (url.group(4) != null && (port == 0 || port > MAX_PORT)) {
            throw new IllegalArgumentException("A port is a number from 1 to " + MAX_PORT + ".");
        }
        return new HostAddress(url.group(1).toLowerCase(Locale.ROOT), user, host(url.group(3)), port);
    }

    private static String host(String text) {
        boolean isBracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        String host = isBracketed ? text.substring(1, text.length() - 1) : text;
        if (!(isBracketed ? IPV6 : NAME).matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "An address names a host by its name or IP address, IPv6 in [brackets].");
        }
        return host;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The user in the address has a % that no two hex digits follow.", e);
        }
    }

    /** The host as a URL has it: IPv6 in brackets. */
    public String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** The address without the user. */
    @Override
    public String toString() {
        if (scheme.equals("local") || scheme.equals("recorded")) {
            return scheme + ":" + host;
        }
        return scheme + "://" + urlHost() + (port == 0 ? "" : ":" + port);
    }
}
