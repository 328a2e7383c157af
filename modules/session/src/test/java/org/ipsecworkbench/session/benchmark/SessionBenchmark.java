package org.ipsecworkbench.session.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;

/**
 * Measures what opening a session of many gigabytes takes: until its list is there, and until the first bytes of its last capture
 * are. The file is sparse, so that it fits any disk that knows holes.
 *
 * <p>Run by {@code mvn -Dbenchmark=session verify -pl modules/session -am}. Arguments: captures of 1 GiB each and
 * answers of hosts. Prints the first time of a JVM that is not warm, the median and the worst of the others, and the heap that an open
 * session holds.
 */
public final class SessionBenchmark {
    private static final int ROUNDS = 11;

    private SessionBenchmark() {}

    /** Prints a line per measure. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("ipsecwb-benchmark");
        Path file = folder.resolve("sparse.ipsecwb");
        int captures = Integer.parseInt(arguments[0]);
        try {
            SparseSession.write(file, captures, Integer.parseInt(arguments[1]));
            measure(file, captures);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void measure(Path file, int captures) throws IOException {
        double[] opened = new double[ROUNDS];
        double[] read = new double[ROUNDS];
        long held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = heap();
            long began = System.nanoTime();
            try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT)) {
                opened[round] = millis(began);
                if (!session.problems().isEmpty()) {
                    throw new IllegalStateException(session.problems().toString());
                }
                try (InputStream in = session.evidence(
                                session.session().evidence().get(captures - 1))
                        .open()) {
                    in.readNBytes(1 << 16);
                }
                read[round] = millis(began);
                held = Math.max(held, heap() - before);
            }
        }
        System.out.printf("%,d bytes%n", Files.size(file));
        print("list", opened);
        print("list and first 64 KiB of a capture", read);
        System.out.printf("heap held by an open session: %.1f MiB%n", held / 1048576.0);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void print(String what, double[] times) {
        double[] warm = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(warm);
        System.out.printf(
                "%s: first %.0f ms, median %.0f ms, worst %.0f ms%n",
                what, times[0], warm[warm.length / 2], warm[warm.length - 1]);
    }
}
