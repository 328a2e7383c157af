package org.ipsecworkbench.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostConnection;

/** Collects from several hosts side by side, one connection each. */
final class HostCollection {
    /** Hosts that are asked at the same time. */
    private static final int SIDE_BY_SIDE = 8;

    private HostCollection() {}

    /**
     * Asks all hosts what the checks need.
     *
     * @param credentials for all of them
     * @return one entry per host, in their order; what could not be collected says why
     */
    static List<HostEvidence> collect(
            List<DiagnosisTarget> targets, List<Check> checks, Credentials credentials, ConnectionOptions options)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(SIDE_BY_SIDE, targets.size()));
        try {
            List<Future<HostEvidence>> all = new ArrayList<>();
            for (DiagnosisTarget target : targets) {
                all.add(pool.submit(() -> collect(target, checks, credentials, options)));
            }
            List<HostEvidence> evidence = new ArrayList<>();
            for (Future<HostEvidence> one : all) {
                evidence.add(one.get());
            }
            return evidence;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static HostEvidence collect(
            DiagnosisTarget target, List<Check> checks, Credentials credentials, ConnectionOptions options) {
        HostEvidence none = HostEvidence.none(target.name(), target.isSimulated());
        try (HostConnection connection = HostConnection.open(target.address(), credentials, options)) {
            return Collector.collect(connection, none, checks, CollectListener.NONE);
        } catch (ConnectionException e) {
            return none.failed(e.failure());
        }
    }
}
