package org.ipsecworkbench.hostconnection.known;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * A host under the name that the user calls it by. Immutable; holds no secret.
 *
 * @param name unique among the known hosts whatever its case; letters, digits, blank, dot, hyphen, underscore and parentheses, so that it
 *     is never taken for an address
 * @param address without a user
 * @param method null for what fits
 * @param user {@code user}, {@code DOMAIN\\user} or {@code user@REALM}; empty where none is known. Kerberos without a user
 *     takes the tickets that the system holds
 * @param group empty for none
 * @param tags words by which hosts are told apart, in the user's order
 * @param pin SHA-256 of the public key that the host has to show over HTTPS, 64 lower-case hex digits; empty for none
 * @param files for HTTPS
 * @param notes lines of free text
 * @param unknown lines of the file that a newer version wrote, kept as they are
 */
public record KnownHost(
        String name,
        HostAddress address,
        @Nullable AuthenticationMethod method,
        String user,
        String group,
        List<String> tags,
        String pin,
        TlsFiles files,
        String notes,
        List<String> unknown) {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._()-]{0,253}[\\p{L}\\p{N}._()-])?");
    private static final Pattern TAG = Pattern.compile("[^\\s,\\p{Cntrl}]{1,64}");
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{0,1000}");
    private static final int MAX_TAGS = 50;
    private static final int MAX_NOTES = 100;

    /**
     * Checks every part; a user in the address becomes that of the host where it has no other.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public KnownHost {
        user = (user.isEmpty() ? address.user() : user).strip();
        address = new HostAddress(address.scheme(), "", address.host(), address.port());
        tags = List.copyOf(tags);
        unknown = List.copyOf(unknown);
        pin = new ConnectionOptions(method, null, pin, Timeouts.DEFAULT).pin();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A host's name has letters, digits, blanks, dots, hyphens, underscores and parentheses, at most 255.");
        }
        if (!group.isEmpty() && !NAME.matcher(group).matches()) {
            throw new IllegalArgumentException(
                    "A group's name has letters, digits, blanks, dots, hyphens, underscores and parentheses, at most 255.");
        }
        if (tags.size() > MAX_TAGS
                || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw new IllegalArgumentException(
                    "Tags are words without blanks and commas, at most " + MAX_TAGS + " of them.");
        }
        if (!LINE.matcher(user).matches()
                || !LINE.matcher(address.host()).matches()
                || notes.lines().count() > MAX_NOTES
                || !notes.lines().allMatch(line -> LINE.matcher(line).matches())) {
            throw new IllegalArgumentException(
                    "User and notes are plain text, at most 1000 characters a line, notes at most " + MAX_NOTES
                            + " lines.");
        }
    }

    /** One that needs no files for HTTPS. */
    public KnownHost(
            String name,
            HostAddress address,
            @Nullable AuthenticationMethod method,
            String user,
            String group,
            List<String> tags,
            String pin,
            String notes,
            List<String> unknown) {
        this(name, address, method, user, group, tags, pin, TlsFiles.NONE, notes, unknown);
    }

    /** A host of which no more is known than where it is. */
    public static KnownHost of(String name, HostAddress address) {
        return new KnownHost(name, address, null, "", "", List.of(), "", "", List.of());
    }

    /** Whether this is the name of the host; case does not count. */
    public boolean isNamed(String text) {
        return name.equalsIgnoreCase(text);
    }

    /** Whether the host is asked as a user whose password is needed. */
    public boolean needsPassword() {
        return isRemote() && !usesTickets();
    }

    /** Whether the tickets of Kerberos that the system holds say who asks. */
    public boolean usesTickets() {
        return isRemote() && method == AuthenticationMethod.KERBEROS && user.isEmpty();
    }

    /** Whether a certificate says who asks. */
    public boolean usesCertificate() {
        boolean isMeant = method == AuthenticationMethod.CERTIFICATE || method == null;
        return isRemote() && isMeant && !files.certificate().isEmpty();
    }

    /** Whose password is needed: the user, or the file of the certificate that says who asks. */
    public String identity() {
        return usesCertificate() ? files.certificate() : user;
    }

    /**
     * What proves who asks.
     *
     * @param password of the user, or of the file of the certificate; copied
     */
    public Credentials credentials(char[] password) {
        return usesCertificate()
                ? Credentials.certificate(Path.of(files.certificate()), password)
                : Credentials.password(user, password);
    }

    /** The same host with other files. */
    public KnownHost withFiles(TlsFiles others) {
        return new KnownHost(name, address, method, user, group, tags, pin, others, notes, unknown);
    }

    /** Whether the host is another machine, which wants to know who asks. */
    public boolean isRemote() {
        return address.scheme().startsWith("winrm");
    }

    /** How to connect to it. */
    public ConnectionOptions connection() {
        return new ConnectionOptions(method, files.authoritiesFile(), pin, Timeouts.DEFAULT);
    }

    /** The same host with another key pinned, or none. */
    public KnownHost withPin(String other) {
        return new KnownHost(name, address, method, user, group, tags, other, files, notes, unknown);
    }

    /** The same host in another group. */
    public KnownHost withGroup(String other) {
        return new KnownHost(name, address, method, user, other, tags, pin, files, notes, unknown);
    }

    /** The same host with other tags. */
    public KnownHost withTags(List<String> others) {
        return new KnownHost(name, address, method, user, group, others, pin, files, notes, unknown);
    }
}
