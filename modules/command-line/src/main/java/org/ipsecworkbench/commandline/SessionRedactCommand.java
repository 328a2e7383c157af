package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ipsecworkbench.session.RedactionReport;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionRedaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session redact}: a session that can be handed to others. */
@Command(
        name = "redact",
        description =
                "Write a session with other names and addresses, without keys and contents of packets, which comes to the"
                        + " same diagnosis; and report what was replaced, for yourself alone.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it is no session, or cannot be read or written",
            "2:wrong usage",
            "4:some evidence is left out, since it cannot be redacted; each is named"
        })
final class SessionRedactCommand implements Callable<Integer> {
    private static final int DONE_IN_PART = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "The session, which stays as it is.")
    private Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The session that is written; must not be there yet.")
    private Path to = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A name to replace beside those that are found; may be given several times.")
    private List<String> names = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The report: text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        if (Files.exists(to)) {
            throw new IOException(to + " is there already.");
        }
        try (SessionFile session = SessionFile.open(from, SessionLimits.DEFAULT);
                ProgressLine progress = new ProgressLine(from.toString())) {
            RedactionReport report = SessionRedaction.redact(session, to, names, progress);
            output.write(spec, (out, colours) -> {
                if (format == Format.JSON) {
                    json(report, out);
                } else {
                    text(report, out);
                }
            });
            SessionCommand.tell(spec, session.problems());
            return report.leftOut().isEmpty() ? 0 : DONE_IN_PART;
        }
    }

    private static void json(RedactionReport report, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/session-redaction/1")) {
            json.writeNumberField("kept", report.kept());
            json.strings("leftOut", report.leftOut());
            json.writeNumberField("removed", report.removed());
            replaced("names", report.names(), json);
            replaced("addresses", report.addresses(), json);
        }
    }

    private static void replaced(String member, Map<String, String> entries, JsonDocument json) throws IOException {
        json.writeObjectFieldStart(member);
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void text(RedactionReport report, Writer out) throws IOException {
        String line = System.lineSeparator();
        StringBuilder text = new StringBuilder()
                .append("Redacted: ")
                .append(report.kept())
                .append(" pieces of evidence. Keep this report to yourself.")
                .append(line);
        if (!report.leftOut().isEmpty()) {
            text.append(line).append("Left out, since it cannot be redacted:").append(line);
            report.leftOut().forEach(item -> text.append("  ").append(item).append(line));
        }
        if (report.removed() > 0) {
            text.append(line)
                    .append("Taken out of texts: values in Base64, ")
                    .append(report.removed())
                    .append(line);
        }
        table("Names", report.names(), text);
        table("Addresses and SIDs in texts", report.addresses(), text);
        text.append(line)
                .append(
                        "Left out always: title, notes, bookmarks, names of files. As they were: names of rules and policies,")
                .append(line)
                .append("except for the names above in them. Look through the session before you hand it on.")
                .append(line);
        out.write(text.toString());
    }

    private static void table(String title, Map<String, String> entries, StringBuilder text) {
        if (!entries.isEmpty()) {
            String line = System.lineSeparator();
            text.append(line).append(title).append(':').append(line);
            new TreeMap<>(entries)
                    .forEach((former, other) -> text.append("  ")
                            .append(former)
                            .append(" -> ")
                            .append(other)
                            .append(line));
        }
    }
}
