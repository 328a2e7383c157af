package org.ipsecworkbench.capture.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;

/** Everything that a format finds in a file. */
public record Records(List<One> all, List<Problem> problems) {
    /** One record; see the columns of {@link RecordBatch}. */
    public record One(long position, long data, int captured, long original, long time, int linkType) {}

    /** Reads a file in small batches, then every record once more by its position, which has to give the same. */
    public static Records read(CaptureFormat format, byte[] file) throws IOException {
        CaptureSource source = BytesSource.of(file);
        ProblemLog problems = new ProblemLog(CaptureLimits.DEFAULT.maxProblems());
        RecordReader reader = format.open(source, CaptureLimits.DEFAULT, problems);
        List<One> all = new ArrayList<>();
        RecordBatch batch = new RecordBatch(3, Integer.MAX_VALUE);
        boolean more = true;
        while (more) {
            batch.clear();
            more = reader.fill(batch);
            for (int i = 0; i < batch.size(); i++) {
                all.add(record(batch, i));
            }
        }
        for (One one : all) {
            batch.clear();
            reader.read(one.position(), batch);
            if (batch.size() != 1 || !record(batch, 0).equals(one)) {
                throw new AssertionError("read again at " + one.position() + " it is another record than " + one);
            }
        }
        return new Records(all, problems.problems());
    }

    private static One record(RecordBatch b, int i) {
        return new One(b.position[i], b.data[i], b.captured[i], b.original[i] & 0xffffffffL, b.time[i], b.linkType[i]);
    }

    /** The only problem, as {@code where: what}; empty where there is none. */
    public String problem() {
        if (problems.size() > 1) {
            throw new AssertionError(problems);
        }
        return problems.isEmpty()
                ? ""
                : problems.get(0).where() + ": " + problems.get(0).what();
    }
}
