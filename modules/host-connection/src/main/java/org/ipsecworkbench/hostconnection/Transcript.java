package org.ipsecworkbench.hostconnection;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A command that was run on a host, and all that came back: evidence, in the bytes that came. The arrays are not to be
 * changed.
 *
 * @param host without the user
 * @param started by this machine's clock, like {@code ended}
 * @param isTruncated whether there was more output than the transcript may hold
 * @param charset of output and errors
 * @param clockOffset how far the host's clock was ahead of this machine's; empty where it is not known
 * @param line what was run, without pre-shared keys
 * @param ended when it ended, by this machine's clock
 * @param ending how it ended
 * @param output standard output as it came
 * @param errors standard error as it came
 */
public record Transcript(
        String host,
        String line,
        Instant started,
        Instant ended,
        Ending ending,
        byte[] output,
        byte[] errors,
        boolean isTruncated,
        Charset charset,
        Optional<Duration> clockOffset) {
    /** The most bytes of output and of errors that a transcript holds, each. */
    public static final int MAX_BYTES = 64 << 20;

    /** Standard output as text. */
    public String outputText() {
        return new String(output, charset);
    }

    /** Standard error, without the XML that PowerShell wraps it in. */
    public String errorText() {
        return Clixml.strip(new String(errors, charset));
    }

    /** Whether the command ended by itself, and all that it printed is here. */
    public boolean isComplete() {
        return ending.isComplete() && !isTruncated;
    }

    /** Host, command and how it ended. */
    @Override
    public String toString() {
        return host + ": " + line + " " + ending;
    }
}
