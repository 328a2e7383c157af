package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session show}: what a saved session holds. */
@Command(
        name = "show",
        description = "List the hosts and the evidence of a saved session.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it is no session, or cannot be read",
            "2:wrong usage",
            "4:something in it is damaged"
        })
final class SessionShowCommand implements Callable<Integer> {
    private static final int DONE_IN_PART = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The session.")
    private Path file = Path.of("");

    @Option(names = "--check", description = "Read all evidence and compare it with the hashes of the session.")
    private boolean isChecked;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT)) {
            List<Problem> problems = isChecked ? SignedSession.check(session, file) : session.problems();
            output.write(spec, (out, colours) -> {
                if (format == Format.JSON) {
                    json(session.session(), problems, out);
                } else {
                    text(session.session(), out);
                }
            });
            SessionCommand.tell(spec, problems);
            return problems.isEmpty() ? 0 : DONE_IN_PART;
        }
    }

    private static void text(Session session, Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        String line = System.lineSeparator();
        text.append(session.title().isEmpty() ? "Session without a title" : session.title())
                .append(line)
                .append("  created ")
                .append(session.created())
                .append(line);
        for (SessionHost host : session.hosts()) {
            List<EvidenceItem> items = session.evidenceOf(host.name());
            text.append(line)
                    .append(host.name())
                    .append(": ")
                    .append(items.size())
                    .append(" pieces of evidence");
            String failure = host.system().get("failure.explanation");
            text.append(failure == null ? "" : "; not all could be asked: " + failure)
                    .append(line);
            items.forEach(item -> text.append(told(item)).append(line));
        }
        List<EvidenceItem> others = session.evidenceOf("");
        if (!others.isEmpty()) {
            text.append(line).append("Of no single host:").append(line);
            others.forEach(item -> text.append(told(item)).append(line));
        }
        out.write(text.toString());
    }

    private static String told(EvidenceItem item) {
        String time = item.takenAt() == null ? "" : ", " + item.takenAt();
        String size = item.size() < 0 ? "" : ", " + item.size() + " bytes";
        return "  " + item.kind().label() + ": " + item.name() + time + size;
    }

    private static void json(Session session, List<Problem> problems, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/session-list/1")) {
            json.text("title", session.title());
            json.time("created", session.created());
            json.writeArrayFieldStart("hosts");
            for (SessionHost host : session.hosts()) {
                json.writeStartObject();
                json.writeStringField("name", host.name());
                json.text(
                        "clockOffset",
                        host.clockOffset().map(Duration::toString).orElse(""));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("evidence");
            for (EvidenceItem item : session.evidence()) {
                json.writeStartObject();
                json.writeStringField("id", item.id());
                json.writeStringField("kind", item.kind().key());
                json.text("host", item.host());
                json.writeStringField("name", item.name());
                json.time("takenAt", item.takenAt());
                json.number("size", Math.max(0, item.size()));
                json.text("sha256", item.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.problems(problems);
        }
    }
}
