package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Collector scripts, which need Windows to run: what they ask is held against what is asked live, and what they pack is replayed
 * here, in the form that they write, with the answers of simulated hosts.
 */
class SessionPackCommandTest {
    private static final Pattern COMMAND_OF_SHELL = Pattern.compile("(?m)^    '(.*)'\\r?$");
    private static final Pattern COMMAND_OF_BATCH = Pattern.compile("(?m)echo command: (.*?)\\r?$");

    private static final Pattern ENCODED = Pattern.compile("-EncodedCommand ([A-Za-z0-9+/=]+)");

    @TempDir
    private Path folder;

    private String script(boolean isLegacy) throws IOException {
        Path file = folder.resolve("script");
        List<String> line = new ArrayList<>(List.of("session", "pack", "--output", file.toString()));
        if (isLegacy) {
            line.add("--legacy");
        }
        Run run = Run.of(line.toArray(String[]::new));
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, Run.of(line.toArray(String[]::new)).exit(), "a file that is there");
        return Files.readString(file);
    }

    private Path collect(String scenario) {
        Path file = folder.resolve("live.ipsecwb");
        Run run = Run.of("collect", "--lab", "--scenario", scenario, "--output", file.toString());
        assertEquals(0, run.exit(), run.err());
        return file;
    }

    /** No scenario has both Windows generations alone but these. */
    @ParameterizedTest
    @CsvSource({"psk-mismatch, false", "kerberos-clock-skew, false", "respond-only, true"})
    void aScriptAsksWhatIsAskedLiveAndItsPacksComeToTheSameDiagnosis(String scenario, boolean isLegacy)
            throws Exception {
        String script = script(isLegacy);
        Set<String> asked = new HashSet<>();
        Matcher command = (isLegacy ? COMMAND_OF_BATCH : COMMAND_OF_SHELL).matcher(script);
        while (command.find()) {
            asked.add(command.group(1).replace("''", "'"));
        }
        Path live = collect(scenario);
        List<String> line = new ArrayList<>(List.of("diagnose"));
        try (SessionFile file = SessionFile.open(live, SessionLimits.DEFAULT)) {
            for (SessionHost host : file.session().hosts()) {
                List<Transcript> transcripts = new ArrayList<>();
                for (EvidenceItem item : file.session().evidenceOf(host.name())) {
                    Transcript transcript = file.evidence(item).transcript();
                    if (looksUpServers(transcript.line())) {
                        // What certificates name is asked for once they are read; a script does not read them.
                        continue;
                    }
                    transcripts.add(transcript);
                    assertTrue(asked.contains(template(transcript.line(), isLegacy)), transcript.line());
                }
                Path pack = folder.resolve(host.name() + ".zip");
                pack(pack, host.name(), transcripts, isLegacy);
                assertEquals(
                        isLegacy ? 4 : 0,
                        Run.of("session", "show", "--check", pack.toString()).exit());
                line.add("--session");
                line.add(pack.toString());
            }
        }
        Run before = Run.of("diagnose", "--session", live.toString());
        Run after = Run.of(line.toArray(String[]::new));
        assertEquals(before.out().replaceAll("SIMULATED *", ""), after.out().replaceAll("SIMULATED *", ""));
    }

    private static boolean looksUpServers(String line) {
        Matcher encoded = ENCODED.matcher(line);
        return encoded.find()
                && new String(Base64.getDecoder().decode(encoded.group(1)), StandardCharsets.UTF_16LE)
                        .contains("<#ipsecwb addresses#>");
    }

    /** The line as a script has it, which knows neither domain nor controller. */
    private static String template(String line, boolean isLegacy) {
        String mark = isLegacy ? "%%%s%%" : "@%s@";
        return line.replaceAll("^setspn -L \\S+", Matcher.quoteReplacement("setspn -L " + mark.formatted("NAME")))
                .replace("LAB.TEST", mark.formatted("REALM"))
                .replaceAll("(?i)dc1\\.lab\\.test", Matcher.quoteReplacement(mark.formatted("CONTROLLER")))
                .replace("lab.test", mark.formatted("DOMAIN"));
    }

    /** What the scripts write: that of PowerShell an archive, the other one a folder, which Explorer packs as a whole. */
    private static void pack(Path to, String host, List<Transcript> transcripts, boolean isLegacy) throws IOException {
        String end = isLegacy ? "\r\n" : "\n";
        String prefix = isLegacy ? "ipsec-" + host + "/" : "";
        List<String> items = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Transcript transcript : transcripts) {
                int number = items.size() + 1;
                byte[] bytes = bytes(host, transcript, end);
                zip.putNextEntry(new ZipEntry(prefix + "evidence/" + number + ".transcript"));
                zip.write(bytes);
                String name = transcript.line().replace("\\", "\\\\").replace("\"", "\\\"");
                String more = isLegacy ? "" : "\"size\":" + bytes.length + ",\"sha256\":\"" + sha256(bytes) + "\",";
                items.add("{\"id\":\"" + number + "\",\"kind\":\"transcript\",\"host\":\"" + host + "\",\"name\":\""
                        + name
                        + "\",\"takenAt\":\"" + transcript.started() + "\"," + more + "\"entry\":\"evidence/" + number
                        + ".transcript\"}");
            }
            zip.putNextEntry(new ZipEntry(prefix + "session.json"));
            String manifest = "{\"schema\":\"ipsecwb/session/1\",\"title\":\"Collected on " + host
                    + "\",\"created\":\"2026-11-25T12:00:00Z\"," + end + "\"hosts\":[{\"name\":\"" + host
                    + "\"}],\"evidence\":[" + end + String.join(end + ",", items) + end + "]}" + end;
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] bytes(String host, Transcript transcript, String end) {
        String head = String.join(
                end,
                "host: " + host,
                "command: " + transcript.line(),
                "started: " + transcript.started(),
                "ended: " + transcript.ended(),
                "exit: " + transcript.ending().exitCode().orElse(0),
                "truncated: false",
                "charset: " + transcript.charset().name(),
                "output: " + transcript.output().length,
                "errors: " + transcript.errors().length,
                "",
                "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(transcript.output());
        out.writeBytes(transcript.errors());
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aScriptOnlyReadsAndIsWholeText() throws IOException {
        String shell = script(false);
        assertTrue(shell.startsWith("\ufeff# Asks"), "a mark, by which Windows PowerShell knows UTF-8");
        assertFalse(shell.replace("\r\n", "").contains("\n"), "lines of Windows");
        assertFalse(shell.contains("@COMMANDS@") || shell.contains("@KEYS@") || shell.contains("@SALT@"), shell);
        Files.delete(folder.resolve("script"));
        String batch = script(true);
        assertTrue(batch.lines().allMatch(line -> line.length() < 8191), "cmd.exe cuts longer lines");
        Matcher jump = Pattern.compile("(?m)(?:goto|call :) ?(\\w+)").matcher(batch);
        while (jump.find()) {
            assertTrue(batch.contains("\n:" + jump.group(1) + "\r\n"), jump.group());
        }
        Matcher command = COMMAND_OF_SHELL.matcher(shell);
        while (command.find()) {
            String line = command.group(1).toLowerCase(Locale.ROOT);
            assertFalse(line.matches(".*\\b(?:set|add|delete|start|stop|import|reset)\\b.*"), line);
        }
    }
}
