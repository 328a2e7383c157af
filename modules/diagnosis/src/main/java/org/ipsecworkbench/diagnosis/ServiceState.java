package org.ipsecworkbench.diagnosis;

import java.util.List;

/**
 * A service of a host, by the numbers of the service control manager.
 *
 * @param name the short name, such as {@code IKEEXT}
 * @param state 1 stopped, 2 start pending, 3 stop pending, 4 running, 5 to 7 about pausing; 0 where it was not read
 * @param start 2 automatic, 3 by hand, 4 disabled; 0 where it was not read
 * @param exitCode why it stopped, a Win32 error; 1077 for never started, 0 for none
 * @param evidence where that stands
 */
public record ServiceState(String name, int state, int start, long exitCode, List<Evidence> evidence) {
    private static final int STOPPED = 1;
    private static final int RUNNING = 4;
    private static final int DISABLED = 4;
    private static final long NEVER_STARTED = 1077;

    /** Copies the list. */
    public ServiceState {
        evidence = List.copyOf(evidence);
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return state == RUNNING;
    }

    /** Whether it is stopped. */
    public boolean isStopped() {
        return state == STOPPED;
    }

    /** Whether it did not just end, but failed. */
    public boolean hasFailed() {
        return exitCode != 0 && exitCode != NEVER_STARTED;
    }

    /** Whether it may not be started. */
    public boolean isDisabled() {
        return start == DISABLED;
    }
}
