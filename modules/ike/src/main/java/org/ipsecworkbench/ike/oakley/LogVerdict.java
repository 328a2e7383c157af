package org.ipsecworkbench.ike.oakley;

import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.FailureCodes;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.negotiate.Causes;
import org.jspecify.annotations.Nullable;

/**
 * How a negotiation of a log ended.
 *
 * @param outcome in a word
 * @param failure why it failed; null where it did not
 */
record LogVerdict(Outcome outcome, @Nullable Failure failure) {
    private static final long TIMED_OUT = 13_805;
    private static final long NO_RESPONSE = 13_813;
    private static final long SOFT = 13_844;

    /** Codes of SSPI and certificates, which say more than the error that they led to. */
    private static final long SPECIFIC = 0x80000000L;

    private static final Comparator<LogNegotiation.Finding> SPECIFIC_FIRST =
            Comparator.comparing(LogVerdict::failureClass).thenComparing(one -> one.value() < SPECIFIC);

    static LogVerdict of(LogNegotiation one, Source source) {
        if (one.isEstablished()) {
            return new LogVerdict(Outcome.ESTABLISHED, null);
        }
        LogNegotiation.Finding worst = worst(one);
        // That traffic may flow in clear came of the silence, not the other way round.
        boolean isSilence = one.isExhausted && worst != null && isSoft(worst.value());
        if (worst != null && !isSilence) {
            return new LogVerdict(Outcome.FAILED, failure(one, worst, source));
        }
        if (one.isExhausted) {
            return new LogVerdict(Outcome.FAILED, Causes.of(silence(one), evidence(one, source)));
        }
        boolean isSeen = one.steps.stream().anyMatch(LogStep::isMessage);
        return new LogVerdict(isSeen ? Outcome.INCOMPLETE : Outcome.UNKNOWN, null);
    }

    /** The finding that explains most; null where none is a failure. A peer's own word goes before this host's time-out. */
    static LogNegotiation.@Nullable Finding worst(LogNegotiation one) {
        return one.findings.stream()
                .filter(finding -> !FailureCodes.isBenign(finding.numbering(), finding.value()))
                .min(SPECIFIC_FIRST)
                .orElse(null);
    }

    private static FailureClass failureClass(LogNegotiation.Finding finding) {
        return FailureCodes.of(finding.numbering(), finding.value(), List.of()).failureClass();
    }

    private static Failure failure(LogNegotiation one, LogNegotiation.Finding finding, Source source) {
        List<Evidence> evidence = List.of(Evidence.of(source, finding.line()));
        Failure failure = FailureCodes.of(finding.numbering(), finding.value(), evidence);
        if (failure.failureClass() == FailureClass.UNKNOWN) {
            return words(Causes.of("unknown-status", evidence), failure);
        }
        boolean isSilence = finding.numbering() == Numbering.WIN32
                && (finding.value() == TIMED_OUT || finding.value() == NO_RESPONSE);
        return isSilence ? words(Causes.of(silence(one), evidence), failure) : failure;
    }

    private static Failure words(Failure words, Failure code) {
        return new Failure(words.failureClass(), code.code(), words.explanation(), words.nextStep(), words.evidence());
    }

    /** Which silence it was: the code is the same for all of them. */
    private static String silence(LogNegotiation one) {
        if (one.received == 0) {
            return "no-answer";
        }
        if (one.isMainDone) {
            return "quick-mode-unanswered";
        }
        return one.sentEncrypted > 0 && one.receivedEncrypted == 0 ? "message-5-unanswered" : "stopped-answering";
    }

    /** The lines of the last steps. */
    private static List<Evidence> evidence(LogNegotiation one, Source source) {
        return one.steps.subList(Math.max(0, one.steps.size() - 4), one.steps.size()).stream()
                .flatMap(step -> step.evidence(source).stream())
                .toList();
    }

    /** Whether a status says that the policy let traffic flow in clear. */
    static boolean isSoft(long status) {
        return status == SOFT;
    }
}
