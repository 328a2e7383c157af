package org.ipsecworkbench.ike.oakley;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.negotiate.Renewals;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation while its lines come; also lines of a thread that may belong to one, until its first message tells.
 *
 * <p>The log is that of one side: what is sent and what is received is known, and from the first message who began.
 */
final class LogNegotiation {
    private static final int MAX_FINDINGS = 20;
    private static final int MAX_CHILDREN = 200;
    /** Steps among which a message that is sent again is looked for. */
    private static final int LOOK_BACK = 40;

    private static final int MAIN = 2;
    private static final int QUICK = 32;

    /** A number that a line gives as a cause. */
    record Finding(Numbering numbering, long value, long line) {}

    private record Spis(long mine, long peers, String protocol, long line, long time) {}

    private final IkeLimits limits;
    private final StepBudget budget;
    final List<LogStep> steps = new ArrayList<>();
    final LogProposals proposals;
    final List<Finding> findings = new ArrayList<>();
    private final List<Spis> spis = new ArrayList<>();

    String local = "";
    String peer = "";
    /** Whether this host began; null while it is not known. */
    @Nullable
    Boolean isInitiator;

    long initiatorCookie;
    long responderCookie;
    boolean isMainDone;
    boolean isQuickDone;
    boolean isSoft;
    boolean isExhausted;
    boolean isBehindNat;
    /** Whether a line says that a negotiation was begun, even without a message. */
    boolean isBegun;

    int received;
    int receivedEncrypted;
    int sentEncrypted;
    private int firstExchange;
    private String protocol = "esp";
    private String identity = "";
    /** Who gave up, by the failure's text. */
    private String failurePoint = "";

    private long droppedSteps;

    /** What all negotiations of a log may keep together. */
    static final class StepBudget {
        private int left;

        StepBudget(int steps) {
            left = steps;
        }

        /** A copy. */
        StepBudget(StepBudget other) {
            left = other.left;
        }

        private boolean take() {
            if (left <= 0) {
                return false;
            }
            left--;
            return true;
        }

        /** Steps are no longer kept. */
        void giveBack(int steps) {
            left += steps;
        }
    }

    LogNegotiation(IkeLimits limits, StepBudget budget) {
        this.limits = limits;
        this.budget = budget;
        proposals = new LogProposals();
    }

    /** A copy. */
    LogNegotiation(LogNegotiation other, StepBudget budget, Copies copies) {
        limits = other.limits;
        this.budget = budget;
        proposals = new LogProposals(other.proposals);
        other.steps.forEach(step -> steps.add(copies.of(step)));
        findings.addAll(other.findings);
        spis.addAll(other.spis);
        local = other.local;
        peer = other.peer;
        isInitiator = other.isInitiator;
        initiatorCookie = other.initiatorCookie;
        responderCookie = other.responderCookie;
        isMainDone = other.isMainDone;
        isQuickDone = other.isQuickDone;
        isSoft = other.isSoft;
        isExhausted = other.isExhausted;
        isBehindNat = other.isBehindNat;
        isBegun = other.isBegun;
        received = other.received;
        receivedEncrypted = other.receivedEncrypted;
        sentEncrypted = other.sentEncrypted;
        firstExchange = other.firstExchange;
        protocol = other.protocol;
        identity = other.identity;
        failurePoint = other.failurePoint;
        droppedSteps = other.droppedSteps;
    }

    /** Keeps a step, as far as there is room; gives it back in any case. */
    LogStep add(LogStep step) {
        if (steps.size() < limits.maxSteps() && budget.take()) {
            steps.add(step);
        } else {
            droppedSteps++;
        }
        return step;
    }

    /** A message; gives the step that it is or repeats. */
    LogStep message(LogStep.Header header, long time) {
        if (header.initiator != 0) {
            initiatorCookie = header.initiator;
        }
        if (header.responder != 0) {
            responderCookie = header.responder;
        }
        if (isInitiator == null) {
            isInitiator = header.responder == 0 || steps.stream().noneMatch(LogStep::isMessage) ? header.isSent : null;
        }
        if (!header.peer.isEmpty()) {
            peer = header.peer;
        }
        for (int i = steps.size() - 1; i >= Math.max(0, steps.size() - LOOK_BACK); i--) {
            LogStep.Header before = steps.get(i).header;
            if (before != null && before.isSame(header)) {
                steps.get(i).repeated(time);
                return steps.get(i);
            }
        }
        firstExchange = firstExchange == 0 ? header.exchange : firstExchange;
        if (!header.isSent) {
            received++;
            receivedEncrypted += header.isEncrypted() && header.exchange == MAIN ? 1 : 0;
        } else if (header.exchange == MAIN && header.isEncrypted()) {
            sentEncrypted++;
        }
        return add(new LogStep(time, header, ""));
    }

    /** The last message that was sent, which is the one to be sent again. */
    @Nullable
    LogStep lastSent() {
        for (int i = steps.size() - 1; i >= Math.max(0, steps.size() - LOOK_BACK); i--) {
            LogStep.Header header = steps.get(i).header;
            if (header != null && header.isSent) {
                return steps.get(i);
            }
        }
        return null;
    }

    void finding(Numbering numbering, long value, long line) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(new Finding(numbering, value, line));
        }
    }

    /** {@code Algo[0] Operation: ESP Algo: ..} or {@code Algo[0] MySpi: 1 PeerSpi: 2}. */
    void algorithm(String text, long line, long time) {
        if (Words.indexOf(text, "operation: ah", 0) >= 0) {
            protocol = "ah";
        } else if (Words.indexOf(text, "operation: esp", 0) >= 0) {
            protocol = "esp";
        }
        long mine = Words.after(text, "myspi");
        long peers = Words.after(text, "peerspi");
        boolean isKnown = spis.stream().anyMatch(one -> one.mine == mine && one.peers == peers);
        if ((mine > 0 || peers > 0) && !isKnown && spis.size() < MAX_CHILDREN) {
            spis.add(new Spis(mine, peers, protocol, line, time));
        }
    }

    /** A line of the block that tells of a failure, as event 547 does (oakley.dll's message table). */
    void failureText(String text) {
        Words.Endpoint source = mask(text) ? null : Words.endpoint(text, "source ip address");
        Words.Endpoint destination = mask(text) ? null : Words.endpoint(text, "destination ip address");
        if (source != null && local.isEmpty()) {
            local = source.address();
        } else if (destination != null && peer.isEmpty()) {
            peer = destination.address();
        } else if (Words.indexOf(text, "preshared key id", 0) >= 0) {
            identity = "preshared-key";
        } else if (Words.indexOf(text, "kerberos based", 0) >= 0) {
            identity = "kerberos";
        } else if (Words.indexOf(text, "certificate based", 0) >= 0) {
            identity = "rsa-signature";
        } else if (text.strip().equalsIgnoreCase("me")) {
            failurePoint = "By its own word this host found the failure.";
        } else if (text.strip().equalsIgnoreCase("peer")) {
            failurePoint = "By this host's word the peer found the failure.";
        }
    }

    /** Whether a line of that block says only between whom, which the negotiation says itself. */
    static boolean isAddress(String text) {
        return Words.indexOf(text, "ip address", 0) >= 0 || text.strip().equals("0x0 0x0");
    }

    private static boolean mask(String text) {
        return Words.indexOf(text, "mask", 0) >= 0;
    }

    /** Takes over what was said before the first message. */
    void absorb(LogNegotiation prelude) {
        int room = Math.min(prelude.steps.size(), Math.max(0, limits.maxSteps() - steps.size()));
        steps.addAll(prelude.steps.subList(0, room));
        budget.giveBack(prelude.steps.size() - room);
        droppedSteps += prelude.steps.size() - room;
        proposals.absorb(prelude.proposals);
        prelude.findings.forEach(one -> finding(one.numbering, one.value, one.line));
        local = local.isEmpty() ? prelude.local : local;
        peer = peer.isEmpty() ? prelude.peer : peer;
        identity = identity.isEmpty() ? prelude.identity : identity;
        isSoft |= prelude.isSoft;
        droppedSteps += prelude.droppedSteps;
    }

    long droppedSteps() {
        return droppedSteps;
    }

    /** Whether it is a negotiation of its own although no message of it was told. */
    boolean isWithoutMessages() {
        return isBegun && !peer.isEmpty() || !findings.isEmpty();
    }

    boolean isEstablished() {
        return isQuickDone || !spis.isEmpty();
    }

    private Mode mode() {
        return switch (firstExchange) {
            case MAIN -> Mode.MAIN;
            case 4 -> Mode.AGGRESSIVE;
            case QUICK -> Mode.QUICK;
            case 5 -> Mode.INFORMATIONAL;
            default -> Mode.UNKNOWN;
        };
    }

    /** What the lines add up to. */
    Negotiation negotiation(Source source, LogClock clock) {
        boolean begins = isInitiator == null ? isBegun : isInitiator;
        LogVerdict verdict = LogVerdict.of(this, source);
        String authentication = proposals.authentication(begins);
        List<ChildSa> children = new ArrayList<>();
        for (Spis one : spis) {
            List<Evidence> evidence = List.of(Evidence.of(source, one.line));
            if (one.mine > 0) {
                children.add(new ChildSa(one.protocol, (int) one.mine, peer, local, evidence));
            }
            if (one.peers > 0) {
                children.add(new ChildSa(one.protocol, (int) one.peers, local, peer, evidence));
            }
        }
        return new Negotiation(
                new Cookies(initiatorCookie, responderCookie),
                begins ? local : peer,
                begins ? peer : local,
                KeyModule.IKEV1,
                mode(),
                authentication.isEmpty() ? identity : authentication,
                verdict.outcome(),
                verdict.failure(),
                isSoft(),
                proposals.offered(begins),
                proposals.chosen(begins),
                children,
                notes(verdict.failure()),
                steps.stream().map(step -> step.step(source, clock, begins)).toList(),
                droppedSteps,
                Disclosure.NONE,
                Renewals.after(spis.stream()
                        .map(one -> clock.instant(one.time))
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private boolean isSoft() {
        return isSoft || findings.stream().anyMatch(one -> LogVerdict.isSoft(one.value));
    }

    private List<String> notes(@Nullable Failure failure) {
        List<String> notes = new ArrayList<>();
        int repeats = steps.stream().mapToInt(LogStep::repeats).sum();
        if (repeats > 0) {
            notes.add("Messages were repeated " + (repeats == 1 ? "once." : repeats + " times."));
        }
        if (isSoft()) {
            notes.add(Negotiation.SOFT_SA);
        }
        if (isBehindNat) {
            notes.add("There is a NAT between the hosts.");
        }
        if (failure != null && !failurePoint.isEmpty()) {
            notes.add(failurePoint);
        }
        if (failure == null && isEstablished()) {
            Finding later = LogVerdict.worst(this);
            if (later != null) {
                notes.add("Line " + later.line + " reports a failure all the same: code " + later.value + ".");
            }
        }
        return notes;
    }
}
