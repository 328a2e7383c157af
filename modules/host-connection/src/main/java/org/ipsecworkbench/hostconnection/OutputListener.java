package org.ipsecworkbench.hostconnection;

/** Takes what a command prints, as it comes; a piece may end within a character. */
public interface OutputListener {
    /** For those who read the transcript. */
    OutputListener NONE = (isError, bytes) -> {};

    /** A piece of standard error or standard output; called in the thread that runs the command. */
    void take(boolean isError, byte[] bytes);
}
