package org.ipsecworkbench.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.judge.Judge;
import org.ipsecworkbench.certificate.judge.Purposes;
import org.jspecify.annotations.Nullable;

/**
 * Which of its certificates IKE of a host picks. Microsoft documents which ones it may take, not which it takes of several; that
 * it prefers those made for IPsec, and of these the one that lasts longest, is common knowledge and no more.
 *
 * @param host whose
 * @param candidates all own certificates, from the one that IKE picks to what is farthest from being used
 * @param picked which one; null where none is usable
 * @param isCertain whether no other is as good by what is documented
 */
public record Selection(
        String host, List<Fitness> candidates, @Nullable Fitness picked, boolean isCertain) {
    /** Copies the list. */
    public Selection {
        candidates = List.copyOf(candidates);
    }

    /**
     * Judges all own certificates of a host, on all cores. Takes up to a millisecond for each, for its signature; not for the event
     * thread.
     */
    public static Selection of(HostCertificates host, Circumstances circumstances) {
        return of(host, circumstances, ScanMonitor.NONE);
    }

    /**
     * The same, watched.
     *
     * @param monitor told by several threads how many certificates are judged; may cancel, then the result is about those alone
     */
    public static Selection of(HostCertificates host, Circumstances circumstances, ScanMonitor monitor) {
        Judge judge = new Judge(host, circumstances);
        List<StoredCertificate> own = host.personal();
        AtomicInteger done = new AtomicInteger();
        List<Fitness> all = new ArrayList<>(own.parallelStream()
                .filter(certificate -> !monitor.cancelled())
                .map(certificate -> {
                    Fitness fitness = judge.judge(certificate);
                    monitor.progress(done.incrementAndGet(), own.size());
                    return fitness;
                })
                .toList());
        all.sort(ORDER);
        Fitness first = all.isEmpty() || !all.get(0).isUsable() ? null : all.get(0);
        boolean isCertain = first != null
                && first.standing() != Standing.UNKNOWN
                && all.stream().skip(1).noneMatch(other -> other.isUsable() && isForIke(other) == isForIke(first));
        return new Selection(host.name(), all, first, isCertain);
    }

    private static final Comparator<Fitness> ORDER = Comparator.comparing((Fitness fitness) -> !fitness.isUsable())
            .thenComparing(Selection::farthest)
            .thenComparing(fitness -> !isForIke(fitness))
            .thenComparing(Fitness::standing)
            .thenComparing(Selection::end, Comparator.reverseOrder());

    /** The rank of the rule that keeps it farthest from being used. */
    private static int farthest(Fitness fitness) {
        return fitness.results().stream()
                .filter(result -> result.standing() == Standing.BROKEN)
                .mapToInt(result -> FitnessRule.values().length - result.rule().ordinal())
                .max()
                .orElse(0);
    }

    private static Instant end(Fitness fitness) {
        Moment end = fitness.certificate().facts().notAfter();
        return end == null ? Instant.MIN : end.earliest();
    }

    private static boolean isForIke(Fitness fitness) {
        return fitness.certificate().facts().purposes().orElse(List.of()).contains(Purposes.IKE_INTERMEDIATE);
    }

    /** Why IKE picks a certificate, or why not, as a sentence. */
    public String why(Fitness fitness) {
        if (!fitness.isUsable()) {
            return fitness.deciding().map(Result::why).orElse("");
        }
        if (picked == null || fitness.equals(picked)) {
            String doubt = fitness.standing() == Standing.MET
                    ? ""
                    : " " + fitness.deciding().map(Result::why).orElse("");
            return (isCertain ? "IKE picks it." : "IKE probably picks it; others may do as well.") + doubt;
        }
        return isForIke(picked) && !isForIke(fitness)
                ? "IKE prefers one that is made for IPsec."
                : "Another one lasts longer; which one Windows takes of several is not documented.";
    }
}
