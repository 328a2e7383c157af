package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fetches a file of a host, also one that is being written, and compares size and SHA-256 of both sides. What was fetched
 * before a failure stays beside the target as {@code NAME.part}, and the next fetch goes on after it.
 */
public final class FileFetch {
    /**
     * A file that was fetched and is the same on both sides.
     *
     * @param size in bytes, as it was when the fetch began
     * @param sha256 lower-case hex
     * @param resumedFrom bytes that an earlier fetch had left
     */
    public record Fetched(long size, String sha256, long resumedFrom) {}

    /** Is told how far it is. */
    public interface Progress {
        void at(long bytes, long size);
    }

    /** The script, which writes a line for each piece; a simulated host knows it by its mark. */
    static final String SCRIPT = "<#ipsecwb file#>"
            + "$o=[Console]::Out;"
            + "try{$f=New-Object IO.FileStream($path,[IO.FileMode]::Open,[IO.FileAccess]::Read,"
            + "([IO.FileShare]::ReadWrite -bor [IO.FileShare]::Delete));"
            + "$size=$f.Length;$o.WriteLine('size='+$size);"
            + "$b=New-Object byte[] 49152;$h=[Security.Cryptography.SHA256]::Create();$at=0;"
            + "while($at -lt $size){$n=$f.Read($b,0,[Math]::Min($b.Length,$size-$at));if($n -le 0){break};"
            + "[void]$h.TransformBlock($b,0,$n,$b,0);"
            + "if($at+$n -gt $from){$s=[Math]::Max(0,$from-$at);"
            + "$o.WriteLine('data='+($at+$s)+' '+($n-$s)+' '+[Convert]::ToBase64String($b,$s,$n-$s))};$at+=$n};"
            + "[void]$h.TransformFinalBlock($b,0,0);"
            + "$o.WriteLine('sha256='+[BitConverter]::ToString($h.Hash).Replace('-','').ToLower())}"
            + "catch{$e=$_.Exception;while($e.InnerException){$e=$e.InnerException};"
            + "$o.WriteLine('error='+$e.GetType().Name);exit 3}";

    private static final Pattern REMOTE = Pattern.compile("([A-Za-z]:\\\\|\\\\\\\\[^\\\\])[^\\x00-\\x1f\"*?<>|/]+");
    private static final Duration DEADLINE = Duration.ofHours(4);

    private FileFetch() {}

    /**
     * Fetches a file.
     *
     * @param remote an absolute path of Windows
     * @throws IllegalArgumentException where it is none, with a message for people
     * @throws IOException where the local file cannot be written
     */
    public static Fetched fetch(
            HostConnection host, String remote, Path local, Progress progress, Cancellation cancellation)
            throws ConnectionException, IOException {
        if (!REMOTE.matcher(remote).matches()) {
            throw new IllegalArgumentException(
                    "The file on the host is named by its whole path, such as C:\\Windows\\debug\\Oakley.log, without wildcards.");
        }
        Path part = local.resolveSibling(local.getFileName() + ".part");
        long from = Files.exists(part) ? Files.size(part) : 0;
        FetchedLines lines = new FetchedLines(part, from, progress);
        Transcript transcript;
        try (lines) {
            RemoteCommand command = RemoteCommand.powerShell(SCRIPT, Map.of("path", remote, "from", from))
                    .withDeadline(DEADLINE);
            transcript = host.run(command, lines, cancellation);
        }
        Failure failure = transcript.ending().failure();
        if (failure != null) {
            throw new ConnectionException(failure);
        }
        lines.throwWhatFailed();
        if (!lines.error().isEmpty()) {
            throw new ConnectionException(refused(remote, lines.error()));
        }
        if (lines.size() < 0 || lines.sha256().isEmpty()) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.SHELL,
                    FailureCause.NOT_AVAILABLE,
                    "The host did not send the file; PowerShell said: "
                            + transcript.errorText().strip(),
                    "Files are fetched by PowerShell 2 or newer; see whether it runs there."));
        }
        String hash = lines.localHash();
        if (Files.size(part) != lines.size() || !hash.equals(lines.sha256())) {
            Files.delete(part);
            throw new ConnectionException(new Failure(
                    ConnectionStep.SHELL,
                    FailureCause.PROTOCOL,
                    "The file on both sides is not the same: it changed meanwhile, or an earlier fetch was of another.",
                    "Fetch it again from the beginning; what was there has been deleted."));
        }
        Files.move(part, local, StandardCopyOption.REPLACE_EXISTING);
        return new Fetched(lines.size(), hash, from);
    }

    private static Failure refused(String remote, String error) {
        return switch (error) {
            case "FileNotFoundException", "DirectoryNotFoundException", "DriveNotFoundException" ->
                new Failure(
                        ConnectionStep.SHELL,
                        FailureCause.NOT_AVAILABLE,
                        "There is no file " + remote + " on the host.",
                        "Check the path with: ipsecwb host run HOST -- cmd /c dir PATH");
            case "UnauthorizedAccessException" ->
                new Failure(
                        ConnectionStep.SHELL,
                        FailureCause.ACCESS_DENIED,
                        "The host does not let the user read " + remote + ", or it is a folder.",
                        "Use an administrator, or see with icacls who may read it.");
            default ->
                new Failure(
                        ConnectionStep.SHELL,
                        FailureCause.OTHER,
                        "The host could not read " + remote + " (" + error + ").",
                        "See whether a program holds the file for itself.");
        };
    }
}
