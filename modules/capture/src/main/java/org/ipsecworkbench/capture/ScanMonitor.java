package org.ipsecworkbench.capture;

/** Watches long work and may end it. Called from the threads that do the work, often; must not block. */
public interface ScanMonitor {
    /** Watches nothing. */
    ScanMonitor NONE = new ScanMonitor() {};

    /** Whether to stop at the next opportunity; what was read until then stays. */
    default boolean cancelled() {
        return false;
    }

    /**
     * Work went on.
     *
     * @param done bytes of the file dealt with
     * @param total bytes of the file
     */
    default void progress(long done, long total) {}
}
