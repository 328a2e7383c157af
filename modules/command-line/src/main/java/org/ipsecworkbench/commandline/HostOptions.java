package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How to reach a host and who asks: options that all commands about hosts share. */
final class HostOptions {
    @Option(names = "--user", paramLabel = "NAME", description = "Who asks: user, DOMAIN\\user or user@REALM.")
    private String user = "";

    @Option(
            names = "--auth",
            paramLabel = "METHOD",
            description = "ntlm, kerberos, certificate or basic (HTTPS only); default: what fits.")
    private @Nullable AuthenticationMethod method;

    @Option(names = "--password-file", paramLabel = "FILE", description = "Read the password from its first line.")
    private @Nullable Path passwordFile;

    @Option(names = "--password-stdin", description = "Read the password from the first line of standard input.")
    private boolean passwordStdin;

    @Option(names = "--keytab", paramLabel = "FILE", description = "Kerberos by the keys of --user in this file.")
    private @Nullable Path keytab;

    @Option(names = "--ticket-cache", description = "Kerberos by the tickets of kinit.")
    private boolean ticketCache;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "Certificate with key (PKCS #12); the password is that of the file.")
    private @Nullable Path clientCertificate;

    @Option(names = "--ca", paramLabel = "FILE", description = "Trust the certificates in it (PEM) for HTTPS.")
    private @Nullable Path authorities;

    @Option(
            names = "--pin",
            paramLabel = "SHA256",
            description = "Trust this one public key for HTTPS; host test shows it.")
    private String pin = "";

    @Option(
            names = "--verbose",
            description = "Tell on standard error each command that is sent, when, and how it ended.")
    private boolean isVerbose;

    /** Tells of commands until it is closed. */
    VerboseTrail trail(CommandSpec spec) {
        return new VerboseTrail(spec.commandLine().getErr(), isVerbose);
    }

    /** How to connect; what is not given is that of the host. */
    ConnectionOptions connection(CommandSpec spec, KnownHost host) {
        try {
            return new ConnectionOptions(
                    method(host),
                    authorities == null ? host.files().authoritiesFile() : authorities,
                    pin.isEmpty() ? host.pin() : pin,
                    Timeouts.DEFAULT,
                    spec.qualifiedName());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /**
     * The credentials, for which the user may be asked; the caller closes them.
     *
     * @throws IOException where a password cannot be read, with a message for people
     */
    Credentials credentials(CommandSpec spec, KnownHost host) throws IOException {
        if (!host.isRemote()) {
            return Credentials.none();
        }
        String name = user.isEmpty() ? host.user() : user;
        if (ticketCache || (name.isEmpty() && method(host) == AuthenticationMethod.KERBEROS)) {
            return Credentials.ticketCache(name);
        }
        Path certificate = certificate(host);
        if (name.isEmpty() && certificate == null) {
            throw new ParameterException(spec.commandLine(), "Who asks? Give --user NAME, or winrm://USER@HOST.");
        }
        if (keytab != null) {
            return Credentials.keytab(name, keytab);
        }
        Passwords passwords = new Passwords(passwordFile, passwordStdin);
        String whose = certificate == null ? name + " at " + host.address().host() : certificate.toString();
        char[] password = passwords.read(whose);
        try {
            return certificate == null
                    ? Credentials.password(name, password)
                    : Credentials.certificate(certificate, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private @Nullable Path certificate(KnownHost host) {
        boolean isOfHost = clientCertificate == null && user.isEmpty() && method == null && host.usesCertificate();
        return isOfHost ? Path.of(host.files().certificate()) : clientCertificate;
    }

    private @Nullable AuthenticationMethod method(KnownHost host) {
        return method == null ? host.method() : method;
    }

    /** Tells why a host could not be asked. */
    static int failed(CommandSpec spec, HostAddress address, ConnectionException e) {
        Failure failure = e.failure();
        spec.commandLine()
                .getErr()
                .println("ipsecwb: " + address + ": " + failure.explanation() + System.lineSeparator() + "  Next step: "
                        + failure.nextStep());
        return 1;
    }

    /** A name of an enum as people write it. */
    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
