package org.ipsecworkbench.sessionexplorer;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.OptionalInt;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/**
 * A piece of evidence as text.
 *
 * @param head what it is, where it came from and how it ended, a line each
 */
@Messages({
    "# {0} - host",
    "# {1} - time",
    "LBL_Ran=Ran on {0} at {1}",
    "# {0} - code",
    "LBL_ExitCode=Ended with exit code {0}",
    "# {0} - why",
    "LBL_NotComplete=Incomplete: {0}",
    "LBL_Truncated=There was more output than a transcript may hold",
    "LBL_NothingPrinted=(it printed nothing)",
    "# {0} - size",
    "LBL_Cut=\n… the rest is not shown: it is larger than {0}\n"
})
record ShownText(String head, String text) {
    /** More is cut, since a text area holds it in memory. */
    static final int MAX_BYTES = 8 << 20;

    static ShownText of(Transcript transcript) {
        StringBuilder head = new StringBuilder(transcript.line())
                .append('\n')
                .append(Bundle.LBL_Ran(transcript.host(), Formats.time(transcript.started())));
        Failure failure = transcript.ending().failure();
        OptionalInt code = transcript.ending().exitCode();
        head.append('\n');
        if (failure != null) {
            head.append(Bundle.LBL_NotComplete(failure.explanation()));
        } else {
            head.append(Bundle.LBL_ExitCode(code.isPresent() ? Integer.toUnsignedString(code.getAsInt()) : "–"));
        }
        if (transcript.isTruncated()) {
            head.append('\n').append(Bundle.LBL_Truncated());
        }
        String text = transcript.outputText() + transcript.errorText();
        return new ShownText(head.toString(), text.isBlank() ? Bundle.LBL_NothingPrinted() : cut(text));
    }

    private static String cut(String text) {
        return text.length() <= MAX_BYTES
                ? text
                : text.substring(0, MAX_BYTES) + Bundle.LBL_Cut(Formats.bytes(MAX_BYTES));
    }

    /**
     * Of a file.
     *
     * @param bytes its beginning, one more than is shown where there is more
     */
    static ShownText of(EvidenceItem item, byte[] bytes, Charset charset) {
        boolean isCut = bytes.length > MAX_BYTES;
        String text = new String(isCut ? Arrays.copyOf(bytes, MAX_BYTES) : bytes, charset);
        String head = item.kind().label() + ": " + item.name();
        return new ShownText(head, isCut ? text + Bundle.LBL_Cut(Formats.bytes(MAX_BYTES)) : text);
    }
}
