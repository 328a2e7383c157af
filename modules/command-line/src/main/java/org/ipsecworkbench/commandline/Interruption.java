package org.ipsecworkbench.commandline;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets Ctrl+C (SIGINT, SIGTERM) end what a command waits for instead of the process, so that its result is still written and
 * its exit code is its own.
 *
 * <p>Once the JVM shuts down nothing else than ending it can change the exit code, and only when everything is written.
 */
final class Interruption {
    private static final CompletableFuture<Integer> EXIT = new CompletableFuture<>();

    private static volatile @Nullable Runnable ends;

    private Interruption() {}

    /** For a process that ends with {@link #exit}, which the JVM of a test does not. */
    static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::ended, "ipsecwb-interruption"));
    }

    private static void ended() {
        Runnable instead = ends;
        if (instead != null) {
            instead.run();
            Runtime.getRuntime().halt(EXIT.join());
        }
    }

    /** From now on an interruption runs this and waits for {@link #exit}. */
    static void endsOnly(Runnable instead) {
        ends = instead;
    }

    /** Ends the process. */
    static void exit(int code) {
        EXIT.complete(code);
        System.exit(code);
    }
}
