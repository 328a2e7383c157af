package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.FileFetch.Fetched;
import org.ipsecworkbench.hostconnection.FileFetch.Progress;

/**
 * Fetches a file of a host that has no PowerShell, as Windows 2003 came: {@code certutil} writes a copy in base64 among the
 * temporary files of the user, which is printed and then deleted. What an earlier fetch left is only built upon where {@code
 * certutil -hashfile} knows SHA-256, since nothing else would tell that the file is still the same.
 *
 * <p>What is read of certutil are numbers and codes, since its texts are in the host's language. Not verified against a real
 * Windows 2003.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/certutil">certutil</a>
 */
final class CertutilFetch {
    private static final Duration DEADLINE = Duration.ofHours(4);
    private static final Pattern TEMP =
            Pattern.compile("(?im)^TEMP=([A-Z]:\\\\[^\"%!^&|<>*?\\r\\n]{1,200}?)\\\\?[ \\t]*\\r?$");
    private static final Pattern HASH = Pattern.compile("(?im)^[ \\t]*((?:[0-9a-f]{2} ?){32})[ \\t]*\\r?$");
    private static final Pattern LENGTH = Pattern.compile("(?m)=[ \\t]*(\\d{1,15})\\b");

    private final HostConnection host;
    private final String remote;
    private final Path part;
    private final Progress progress;
    private final Cancellation cancellation;

    CertutilFetch(HostConnection host, String remote, Path part, Progress progress, Cancellation cancellation) {
        this.host = host;
        this.remote = remote;
        this.part = part;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Fetches it into the part, and compares what can be compared. */
    Fetched fetch() throws ConnectionException, IOException {
        String copy = temporaryFolder() + "\\ipsecwb-" + UUID.randomUUID() + ".b64";
        String hash = hash();
        long from = hash.isEmpty() ? 0 : kept();
        long size;
        try {
            size = encode(copy);
            from = from <= size ? from : 0;
            from = print(copy, from, size);
        } finally {
            forget(copy);
        }
        String own = FileFetch.sha256(part);
        boolean isSame = Files.size(part) == size && (hash.isEmpty() || hash.equals(own));
        if (!isSame) {
            throw FileFetch.different(part);
        }
        return new Fetched(size, own, from, !hash.isEmpty());
    }

    /** What was fetched before, in whole lines of base64. */
    private long kept() throws IOException {
        return Files.exists(part) ? Files.size(part) / EncodedLines.LINE * EncodedLines.LINE : 0;
    }

    private Transcript ended(RemoteCommand command) throws ConnectionException {
        return ended(host.run(command.withDeadline(DEADLINE), OutputListener.NONE, cancellation));
    }

    private static Transcript ended(Transcript transcript) throws ConnectionException {
        Failure failure = transcript.ending().failure();
        if (failure != null) {
            throw new ConnectionException(failure);
        }
        return transcript;
    }

    private static boolean succeeded(Transcript transcript) {
        return transcript.ending().exitCode().orElse(1) == 0;
    }

    private String temporaryFolder() throws ConnectionException {
        Matcher folder =
                TEMP.matcher(ended(RemoteCommand.program("set", "TEMP")).outputText());
        if (!folder.find()) {
            throw failed("The host does not tell where its temporary files are.");
        }
        return folder.group(1);
    }

    /** SHA-256 of the file, empty where the host cannot tell it. */
    private String hash() throws ConnectionException {
        Transcript answer = ended(RemoteCommand.program("certutil", "-hashfile", remote, "SHA256"));
        Matcher hash = HASH.matcher(answer.outputText());
        return succeeded(answer) && hash.find() ? hash.group(1).replace(" ", "").toLowerCase(Locale.ROOT) : "";
    }

    /** Makes the copy, and gives the size of the file. */
    private long encode(String copy) throws ConnectionException {
        Transcript answer = ended(RemoteCommand.program("certutil", "-encode", remote, copy));
        if (!succeeded(answer)) {
            throw new ConnectionException(
                    FileFetch.refused(remote, answer.ending().exitCode().orElse(0)));
        }
        Matcher length = LENGTH.matcher(answer.outputText());
        if (!length.find()) {
            throw failed("certutil does not tell how long the file is.");
        }
        return Long.parseLong(length.group(1));
    }

    /** Takes the copy from there on, or from the beginning where the host cannot; gives from where it was. */
    private long print(String copy, long from, long size) throws ConnectionException, IOException {
        if (from > 0 && take(RemoteCommand.linesAfter(copy, 1 + from / EncodedLines.LINE), from, size)) {
            return from;
        }
        if (!take(RemoteCommand.program("type", copy), 0, size)) {
            throw failed("The host does not print the copy of the file.");
        }
        return 0;
    }

    private boolean take(RemoteCommand command, long from, long size) throws ConnectionException, IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(from);
        }
        try (EncodedLines lines = new EncodedLines(part, from, size, progress)) {
            Transcript transcript =
                    host.run(command.withDeadline(DEADLINE).withKept(FileFetch.KEPT), lines, cancellation);
            lines.throwWhatFailed();
            return succeeded(ended(transcript)) && lines.size() == size;
        }
    }

    private void forget(String copy) {
        try {
            host.run(RemoteCommand.program("del", copy));
        } catch (ConnectionException e) {
            // Windows' own cleaning finds it among the temporary files; what went wrong before is what matters.
            return;
        }
    }

    private static ConnectionException failed(String what) {
        return new ConnectionException(new Failure(
                ConnectionStep.SHELL,
                FailureCause.NOT_AVAILABLE,
                what + " It has no PowerShell either.",
                "Run certutil -encode FILE COPY there by hand and see what it prints, or install PowerShell 2."));
    }
}
