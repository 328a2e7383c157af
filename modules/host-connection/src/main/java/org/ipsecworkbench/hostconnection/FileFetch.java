package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file of a host, also one that is being written, and compares size and SHA-256 of both sides. What was fetched
 * before a failure stays beside the target as {@code NAME.part}, and the next fetch goes on after it.
 */
public final class FileFetch {
    /**
     * A file that was fetched and is the same on both sides.
     *
     * @param size in bytes, as it was when the fetch began
     * @param sha256 lower-case hex, of this side
     * @param resumedFrom bytes that an earlier fetch had left
     * @param isHashCompared whether the host told the same hash; else only the sizes are known to be equal, since the host
     *     cannot work out SHA-256
     */
    public record Fetched(long size, String sha256, long resumedFrom, boolean isHashCompared) {}

    /** Is told how far it is. */
    public interface Progress {
        /** So many bytes of the file are here, of so many. */
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
    /** What the transcript of a fetch keeps; the file itself is no output to be read. */
    static final int KEPT = 4096;

    private static final Duration DEADLINE = Duration.ofHours(4);

    private FileFetch() {}

    /**
     * Fetches a file, by PowerShell or, where there is none, by certutil.
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
        Fetched fetched = byPowerShell(host, remote, part, progress, cancellation);
        if (fetched == null) {
            fetched = new CertutilFetch(host, remote, part, progress, cancellation).fetch();
        }
        Files.move(part, local, StandardCopyOption.REPLACE_EXISTING);
        return fetched;
    }

    /** The file; null where the script does not run. */
    private static @Nullable Fetched byPowerShell(
            HostConnection host, String remote, Path part, Progress progress, Cancellation cancellation)
            throws ConnectionException, IOException {
        long from = Files.exists(part) ? Files.size(part) : 0;
        FetchedLines lines = new FetchedLines(part, from, progress);
        Transcript transcript;
        try (lines) {
            RemoteCommand command = RemoteCommand.powerShell(SCRIPT, Map.of("path", remote, "from", from))
                    .withDeadline(DEADLINE)
                    .withKept(KEPT);
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
        if (lines.size() < 0) {
            return null;
        }
        if (lines.sha256().isEmpty()) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.SHELL,
                    FailureCause.NOT_AVAILABLE,
                    "The host did not send the whole file; PowerShell said: "
                            + transcript.errorText().strip(),
                    "Fetch it again, which goes on where it ended."));
        }
        String hash = sha256(part);
        if (Files.size(part) != lines.size() || !hash.equals(lines.sha256())) {
            throw different(part);
        }
        return new Fetched(lines.size(), hash, from, true);
    }

    /** Takes away what was fetched, so that the next fetch begins anew. */
    static ConnectionException different(Path part) throws IOException {
        Files.delete(part);
        return new ConnectionException(new Failure(
                ConnectionStep.SHELL,
                FailureCause.PROTOCOL,
                "The file on both sides is not the same: it changed meanwhile, or an earlier fetch was of another.",
                "Fetch it again from the beginning; what was there has been deleted."));
    }

    /** The hash of all that is in a file, in lower-case hex. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Why certutil could not read a file, by its exit code: an HRESULT of Win32. */
    static Failure refused(String remote, int exitCode) {
        return refused(
                remote,
                switch (exitCode) {
                    case 0x80070002, 0x80070003, 0x8007000F -> "FileNotFoundException";
                    case 0x80070005 -> "UnauthorizedAccessException";
                    default -> "certutil: 0x" + Integer.toHexString(exitCode);
                });
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
