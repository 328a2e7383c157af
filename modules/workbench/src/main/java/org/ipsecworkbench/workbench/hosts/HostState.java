package org.ipsecworkbench.workbench.hosts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.workbench.Mark;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * Whether a host can be asked, as far as that is known. Immutable.
 *
 * @param time when it was found out; null where the host was not tried
 * @param steps of the test, as far as it went
 * @param report of the test; null where there was none or it has not ended
 * @param failure why the host cannot be asked, or not everything; null for no reason
 */
record HostState(
        Kind kind,
        @Nullable Instant time,
        List<HostTest.Result> steps,
        HostTest.@Nullable Report report,
        @Nullable Failure failure) {

    /** In words and by an icon, whose shape differs. */
    @Messages({
        "STATE_NotTried=Not tried",
        "STATE_Testing=Testing…",
        "STATE_Reachable=Reachable",
        "STATE_Attention=Reachable, needs attention",
        "STATE_Rejected=Password rejected",
        "STATE_Untrusted=Certificate not trusted",
        "STATE_Unreachable=Unreachable",
        "STATE_Failed=Cannot be asked",
        "STATE_Cancelled=Cancelled"
    })
    enum Kind {
        NOT_TRIED(Bundle.STATE_NotTried(), Mark.NOT_COUNTED),
        TESTING(Bundle.STATE_Testing(), Mark.INSUFFICIENT),
        REACHABLE(Bundle.STATE_Reachable(), Mark.SUCCEEDED),
        /** Commands run, but a step failed. */
        ATTENTION(Bundle.STATE_Attention(), Mark.INCONCLUSIVE),
        REJECTED(Bundle.STATE_Rejected(), Mark.KEYING),
        UNTRUSTED(Bundle.STATE_Untrusted(), Mark.CLEAR),
        UNREACHABLE(Bundle.STATE_Unreachable(), Mark.FAILED),
        /** It answers, but no command can be run. */
        FAILED(Bundle.STATE_Failed(), Mark.FAILED),
        CANCELLED(Bundle.STATE_Cancelled(), Mark.NOT_COUNTED);

        private final String words;
        private final Mark mark;

        Kind(String words, Mark mark) {
            this.words = words;
            this.mark = mark;
        }

        String words() {
            return words;
        }

        Mark mark() {
            return mark;
        }
    }

    static final HostState NOT_TRIED = new HostState(Kind.NOT_TRIED, null, List.of(), null, null);

    /** A test has begun. */
    static HostState testing() {
        return new HostState(Kind.TESTING, Instant.now(), List.of(), null, null);
    }

    /** A step of the test has ended. */
    HostState with(HostTest.Result step) {
        List<HostTest.Result> more = new ArrayList<>(steps);
        more.add(step);
        return new HostState(kind, time, List.copyOf(more), null, null);
    }

    /** A test has ended. */
    static HostState of(HostTest.Report report) {
        Failure failure = report.results().stream()
                .filter(result -> result.failure() != null)
                .findFirst()
                .map(HostTest.Result::failure)
                .orElse(null);
        boolean runs =
                report.results().stream().anyMatch(result -> result.step() == ConnectionStep.SHELL && result.isOk());
        Kind kind = failure == null ? Kind.REACHABLE : runs ? Kind.ATTENTION : kind(failure.cause());
        return new HostState(kind, Instant.now(), report.results(), report, failure);
    }

    /** The host could not be asked. */
    static HostState of(Failure failure) {
        return new HostState(kind(failure.cause()), Instant.now(), List.of(), null, failure);
    }

    private static Kind kind(FailureCause cause) {
        return switch (cause) {
            case CREDENTIALS_REJECTED, REJECTED_BEFORE, ACCOUNT_LOCKED, PASSWORD_EXPIRED -> Kind.REJECTED;
            case NOT_TRUSTED -> Kind.UNTRUSTED;
            case NAME_NOT_RESOLVED, REFUSED, NO_ANSWER, UNREACHABLE -> Kind.UNREACHABLE;
            case CANCELLED -> Kind.CANCELLED;
            default -> Kind.FAILED;
        };
    }
}
