package org.ipsecworkbench.hostconnection.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds threads and connections that are left over from what ran since this was made. */
public final class Leaks {
    private static final int PATIENCE_MILLIS = 5000;
    private static final int STEP_MILLIS = 10;

    /** The host's own, and those of the JDK and of NetBeans that all of a process share. */
    private static final Pattern OTHERS = Pattern.compile(
            "fake host.*|CompletableFutureDelayScheduler|ForkJoinPool\\.commonPool.*|Common-Cleaner|process reaper.*"
                    + "|junit.*|Active Reference Queue Daemon");

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /** Waits until everything has gone, and fails where something does not. */
    public void assertNone(FakeHost host) throws InterruptedException {
        for (int waited = 0; waited < PATIENCE_MILLIS && hasAny(host); waited += STEP_MILLIS) {
            Thread.sleep(STEP_MILLIS);
        }
        assertEquals(0, host.connections(), "connections that the client left open");
        assertEquals(List.of(), threads(), "threads that the client left");
    }

    private boolean hasAny(FakeHost host) {
        return host.connections() > 0 || !threads().isEmpty();
    }

    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !OTHERS.matcher(name).matches())
                .toList();
    }
}
