package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Redaction;
import org.ipsecworkbench.hostconnection.Transcript;

/**
 * A script that somebody runs on a host which nobody here can reach: it runs the commands that checks need, packs the answers, and
 * what it packs opens as a session. It is made of the very needs that live collection asks, so that both ask the same.
 *
 * <p>The scripts change nothing and need nothing installed. <b>They never ran on Windows.</b>
 */
public final class CollectorPack {
    /** What stands for the host's domain and controller, which the script fills in by what the host answered. */
    private static final String CONTROLLER = "IPSECWB_CONTROLLER";

    private static final String DOMAIN = "ipsecwb_domain";
    private static final String REALM = "IPSECWB_DOMAIN";

    private static final String NAME = "IPSECWB_NAME";

    private static final int MAX_ROUNDS = 8;
    private static final int SALT_BYTES = 16;
    /** What guessing one key costs whoever has the script and its pack: half a second of a host of 2015. */
    private static final String ROUNDS = "200000";

    private CollectorPack() {}

    /**
     * For Windows Vista, Server 2008 and later: a script of PowerShell 2, in UTF-8 with a mark and lines of Windows. Pre-shared keys
     * are replaced by digests under a salt of this script, so that those of hosts that ran the same one can be compared.
     */
    public static byte[] powerShell(Collection<? extends Check> checks) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String lines = lines(checks, "Microsoft Windows [Version 10.0.17763.1]").stream()
                .map(line -> "    '"
                        + line.replace("'", "''")
                                .replace(CONTROLLER, "@CONTROLLER@")
                                .replace(NAME, "@NAME@")
                                .replace(DOMAIN, "@DOMAIN@")
                                .replace(REALM, "@REALM@")
                        + "'")
                .collect(Collectors.joining("\n"));
        String script = template("collect.ps1")
                .replace("@COMMANDS@", lines)
                .replace("@KEYS@", Redaction.patternOfDotNet().replace("'", "''"))
                .replace("@SALT@", Base64.getEncoder().encodeToString(salt))
                .replace("@NAMING@", Commands.NAME.line())
                .replace("@ROUNDS@", ROUNDS);
        return ("\ufeff" + script.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * For Windows 2000 to Server 2003: a script of {@code cmd.exe} in ASCII. Lines that may hold a pre-shared key are left out,
     * and nothing there makes hashes or archives.
     */
    public static byte[] batch(Collection<? extends Check> checks) {
        String blocks = lines(checks, "Microsoft Windows [Version 5.2.3790]").stream()
                .map(CollectorPack::block)
                .collect(Collectors.joining("\n"));
        String script = template("collect.cmd").replace("@COMMANDS@", blocks);
        return script.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String block(String line) {
        if (!line.matches("[\\x20-\\x7e&&[^&|<>^%!]]*")) {
            throw new IllegalStateException("cmd.exe would read something else: " + line);
        }
        String shown =
                line.replace(CONTROLLER, "%CONTROLLER%").replace(NAME, "%NAME%").replace(DOMAIN, "%DOMAIN%");
        String json = shown.replace("\\", "\\\\").replace("\"", "\\\"");
        String item = "{\"id\":\"%NUMBER%\",\"kind\":\"transcript\",\"host\":\"%NAME%\",\"name\":\"" + json
                + "\",\"takenAt\":\"%BEGAN%\",\"entry\":\"evidence/%NUMBER%.transcript\"}";
        List<String> block = new ArrayList<>(List.of(
                "call :begin",
                shown + " >\"%FOLDER%\\raw.tmp\" 2>\"%FOLDER%\\err.tmp\"",
                "call :filter %errorlevel%",
                ">>\"%FOLDER%\\head.tmp\" echo command: " + shown,
                "call :finish",
                ">>\"%FOLDER%\\session.json\" echo %COMMA%" + item,
                "set COMMA=,"));
        if (line.equals(Commands.DOMAIN_CONTROLLER.line())) {
            block.add("call :controller");
        }
        boolean isOfDomain = !shown.equals(line);
        String skip = ":without" + Integer.toHexString(line.hashCode());
        if (isOfDomain) {
            block.add(0, "if \"%CONTROLLER%\"==\"\" goto " + skip.substring(1));
            block.add(skip);
        }
        return String.join("\n", block);
    }

    /** What a host of some Windows is asked, one after the other, with placeholders for what only it can tell. */
    private static List<String> lines(Collection<? extends Check> checks, String version) {
        HostEvidence host = HostEvidence.none("pack", false)
                .with(answer(Commands.VERSION, version))
                .with(answer(Commands.NAME, NAME))
                .with(answer(
                        Commands.DOMAIN_CONTROLLER,
                        "DC: \\\\" + CONTROLLER + "\nAddress: \\\\192.0.2.1\nDom Name: " + DOMAIN + "\n"));
        Set<String> lines = new LinkedHashSet<>(
                List.of(Commands.VERSION.line(), Commands.NAME.line(), Commands.DOMAIN_CONTROLLER.line()));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (Check check : checks) {
                for (Need need : check.needs(host)) {
                    if (need.command().input().length > 0) {
                        throw new IllegalStateException("a script has no standard input for " + need.shown());
                    }
                    if (lines.add(need.line())) {
                        host = host.with(answer(need, ""));
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static Transcript answer(Need need, String output) {
        return new Transcript(
                "pack",
                need.line(),
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.exited(0),
                output.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.empty());
    }

    private static String template(String name) {
        try (InputStream in = CollectorPack.class.getResourceAsStream("pack/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            // Git gives files of cmd.exe the ends of lines of Windows.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
