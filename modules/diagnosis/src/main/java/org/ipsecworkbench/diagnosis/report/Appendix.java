package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Transcript;

/** Every command that was run, with the digest of what it printed, so that evidence can be told to be the same. */
final class Appendix {
    static final String EXPLANATION = "These commands only read. Digests are SHA-256 of what was printed.";
    static final List<String> HEAD = List.of("Command", "Reads", "Right", "Started", "Exit", "Bytes", "Digest");

    private Appendix() {}

    static void write(List<HostFacts> hosts, Page page) throws IOException {
        page.raw("<section>\n<h2>What was asked</h2>\n");
        page.element("p", "explanation", EXPLANATION);
        for (HostFacts host : hosts) {
            page.element("h3", "", host.name());
            page.raw("<table class=\"asked\">\n");
            page.row("th", HEAD.toArray(String[]::new));
            for (List<String> row : rows(host)) {
                page.row("td", row.toArray(String[]::new));
            }
            page.raw("</table>\n");
        }
        page.raw("</section>\n");
    }

    /** One row for each command that was run on a host, as {@link #HEAD} has its columns; the digest is the last. */
    static List<List<String>> rows(HostFacts host) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, Need> needs = needs(host.evidence());
        for (Transcript transcript : host.evidence().transcripts()) {
            Need need = needs.get(transcript.line());
            OptionalInt exit = transcript.ending().exitCode();
            rows.add(List.of(
                    need == null ? transcript.line() : need.shown(),
                    need == null ? "" : need.reads(),
                    need == null ? "" : need.right().label(),
                    transcript.started().truncatedTo(ChronoUnit.SECONDS).toString(),
                    exit.isPresent() ? Integer.toString(exit.getAsInt()) : "none",
                    Integer.toString(transcript.output().length),
                    digest(transcript.output())));
        }
        return rows;
    }

    /** What the checks wanted of a host, by the lines that were run. */
    private static Map<String, Need> needs(HostEvidence host) {
        Map<String, Need> needs = new HashMap<>();
        for (Check check : Diagnosis.installedChecks()) {
            check.needs(host).forEach(need -> needs.putIfAbsent(need.line(), need));
        }
        return needs;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
