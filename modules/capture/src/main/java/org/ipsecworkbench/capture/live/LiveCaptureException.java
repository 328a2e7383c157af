package org.ipsecworkbench.capture.live;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why nothing can be captured, or not any more. Its message is sentences for people and says what helps. */
public final class LiveCaptureException extends IOException {
    private static final long serialVersionUID = 1;

    /** The sort of obstacle. */
    public enum Reason {
        /** libpcap, or Npcap, is not installed or does not fit. */
        NO_LIBRARY,
        /** This user may not capture. */
        NO_RIGHTS,
        NO_SUCH_INTERFACE,
        /** The interface is switched off, or was taken away. */
        INTERFACE_DOWN,
        BAD_FILTER,
        /** The file cannot be written, such as on a full disk. */
        OUTPUT,
        /** Whatever else libpcap says. */
        OTHER
    }

    private final Reason reason;
    private final String what;
    private final String remedy;

    LiveCaptureException(Reason reason, String what, String remedy, @Nullable Throwable cause) {
        super(remedy.isEmpty() ? what : what + "\n" + remedy, cause);
        this.reason = reason;
        this.what = what;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    /** What is in the way, as sentences. */
    public String what() {
        return what;
    }

    /** What to install or grant, as lines with the commands to give; empty where there is nothing to advise. */
    public String remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), what);
    }
}
