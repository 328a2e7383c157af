package org.ipsecworkbench.ike.oakley;

import java.io.IOException;
import java.io.InputStream;

/** Tells an Oakley.log from other files. */
public final class Recognition {
    private static final int LINES = 40;
    private static final int LINE_BYTES = 1024;

    private Recognition() {}

    /**
     * Whether most lines have a stamp, and either the stamp names a thread or the text is one that only IKE writes.
     *
     * @param in the beginning of a file
     */
    public static boolean isOakley(InputStream in) throws IOException {
        LineReader lines = new LineReader(in, LINE_BYTES);
        LogLine line = new LogLine();
        int stamped = 0;
        int others = 0;
        boolean isTypical = false;
        boolean goesOn = true;
        while (goesOn && stamped + others < LINES) {
            goesOn = lines.next();
            if (!goesOn && !lines.rest()) {
                break;
            }
            line.read(lines.bytes(), lines.start(), lines.end(), lines.number());
            if (line.isStamped) {
                stamped++;
                isTypical |= line.month != 0 && line.hasThread
                        || Families.of(line).kind().compareTo(Families.Kind.MESSAGE_ID) <= 0;
            } else if (!line.isBlank()) {
                others++;
            }
        }
        return isTypical && stamped >= others;
    }
}
