package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionExport;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb session export}: evidence of a saved session as files. */
@Command(
        name = "export",
        description = "Put the evidence of a session into a folder, as files for other programs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it is no session, or the folder cannot be written or is not empty",
            "2:wrong usage",
            "4:some evidence could not be read; each is named"
        })
final class SessionExportCommand implements Callable<Integer> {
    private static final int DONE_IN_PART = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The session.")
    private Path file = Path.of("");

    @Option(names = "--output", paramLabel = "FOLDER", required = true, description = "A new or empty folder.")
    private Path folder = Path.of("");

    @Option(names = "--host", paramLabel = "NAME", description = "Only of this host; may be given several times.")
    private List<String> hosts = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only this kind, such as capture or transcript; may be given several times.")
    private List<String> kinds = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How what was done is told: text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT);
                ProgressLine progress = new ProgressLine(file.toString())) {
            SessionExport export = SessionExport.to(folder, session, this::isWanted, progress);
            if (format == Format.JSON) {
                Output.print(spec, (out, colours) -> json(export, out));
            } else {
                spec.commandLine().getErr().println("ipsecwb: " + folder + ": " + export.written() + " files");
            }
            SessionCommand.tell(spec, export.problems());
            SessionCommand.tell(spec, session.problems());
            return export.problems().isEmpty() && session.problems().isEmpty() ? 0 : DONE_IN_PART;
        }
    }

    private void json(SessionExport export, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/session-export/1")) {
            json.writeStringField("folder", folder.toString());
            json.writeNumberField("files", export.written());
            json.problems(export.problems());
        }
    }

    private boolean isWanted(EvidenceItem item) {
        return (hosts.isEmpty() || hosts.contains(item.host()))
                && (kinds.isEmpty() || kinds.contains(item.kind().key()));
    }
}
