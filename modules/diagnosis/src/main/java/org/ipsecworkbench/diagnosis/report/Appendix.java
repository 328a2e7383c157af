package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.hostconnection.Transcript;

/** Every command that was run, with the digest of what it printed, so that evidence can be told to be the same. */
final class Appendix {
    private static final int MAX_LINE = 200;

    private Appendix() {}

    static void write(List<HostFacts> hosts, Page page) throws IOException {
        page.raw("<section>\n<h2>What was asked</h2>\n");
        page.element("p", "explanation", "Nothing was changed on any host. Digests are SHA-256 of what was printed.");
        for (HostFacts host : hosts) {
            page.element("h3", "", host.name());
            page.raw("<table class=\"asked\">\n");
            page.row("th", "Command", "Started", "Exit", "Bytes", "Digest");
            for (Transcript transcript : host.evidence().transcripts()) {
                page.row(
                        "td",
                        shortened(transcript.line()),
                        transcript.started().truncatedTo(ChronoUnit.SECONDS).toString(),
                        transcript.ending().exitCode().isPresent()
                                ? Integer.toString(
                                        transcript.ending().exitCode().getAsInt())
                                : "none",
                        Integer.toString(transcript.output().length),
                        digest(transcript.output()));
            }
            page.raw("</table>\n");
        }
        page.raw("</section>\n");
    }

    /** A script is sent in base64, of which nobody reads more than the beginning. */
    private static String shortened(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
