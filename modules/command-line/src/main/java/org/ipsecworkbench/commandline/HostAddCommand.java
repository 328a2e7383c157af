package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.ipsecworkbench.hostconnection.known.TlsFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host add}: remembers a host under a name. */
@Command(
        name = "add",
        description = "Remember a host under a name, for every command and for the window. No password is kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the file of known hosts cannot be written", "2:wrong usage, or the name is taken"})
final class HostAddCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "winrm://[user@]host[:5985], winrms://[user@]host[:5986], local: or recorded:FOLDER")
    private String address = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who asks: user, DOMAIN\\user or user@REALM.")
    private String user = "";

    @Option(names = "--auth", paramLabel = "METHOD", description = "ntlm, kerberos, certificate or basic (HTTPS only).")
    private @Nullable AuthenticationMethod method;

    @Option(names = "--group", paramLabel = "GROUP", description = "The group in which it is listed.")
    private String group = "";

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A word to tell hosts apart; can be given several times.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--pin", paramLabel = "SHA256", description = "Trust this one public key for HTTPS.")
    private String pin = "";

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "Certificate with key (PKCS #12) to sign in by, over HTTPS.")
    private @Nullable Path certificate;

    @Option(names = "--ca", paramLabel = "FILE", description = "Trust the certificates in it (PEM) for HTTPS.")
    private @Nullable Path authorities;

    @Option(names = "--notes", paramLabel = "TEXT", description = "Anything worth knowing.")
    private String notes = "";

    @Option(names = "--replace", description = "Put it in the place of a host of the same name.")
    private boolean isReplacing;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        CommandSpec own = spec;
        try {
            KnownHost host = new KnownHost(
                            name, HostAddress.parse(address), method, user, group, tags, pin, notes, List.of())
                    .withFiles(new TlsFiles(whole(certificate), whole(authorities)));
            KnownHostsFile.ofUser().update(known -> {
                if (!isReplacing && known.find(name).isPresent()) {
                    throw new IllegalArgumentException("There is a host " + name + " already; --replace replaces it.");
                }
                return known.with(List.of(host));
            });
        } catch (IllegalArgumentException e) {
            throw new ParameterException(own.commandLine(), e.getMessage(), e);
        }
        return 0;
    }

    private static String whole(@Nullable Path file) {
        return file == null ? "" : file.toAbsolutePath().toString();
    }
}
