package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Disclosure;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** A negotiation while hosts tell of it. */
final class Stated {
    private static final Cookies NONE = new Cookies(0, 0);

    private final Budget budget;
    private final List<Statement> kept = new ArrayList<>();
    private final Map<Integer, ChildSa> children = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private String initiator = "";
    private String responder = "";
    private boolean isRoleKnown;
    private KeyModule module = KeyModule.UNKNOWN;
    private Mode mode = Mode.UNKNOWN;
    private Cookies cookies = NONE;
    private String authentication = "";
    private List<Proposal> chosen = List.of();
    private @Nullable Failure failure;
    private boolean isEstablished;
    private boolean isChildEstablished;
    private boolean isEnded;
    private boolean isSoft;
    private boolean isMessageSeen;
    private long droppedSteps;

    Stated(Budget budget) {
        this.budget = budget;
    }

    /** Whether the IKE SA was said to be set up. */
    boolean isEstablished() {
        return isEstablished;
    }

    void add(Statement said) {
        peers(said);
        if (module == KeyModule.UNKNOWN) {
            module = said.module();
        }
        // The first mode is how it began; what came before may be missing in a log.
        if (mode == Mode.UNKNOWN) {
            mode = said.mode();
        }
        if (said.cookies() != null && (cookies.equals(NONE) || said.cookies().isAnswered())) {
            cookies = said.cookies();
        }
        if (authentication.isEmpty()) {
            authentication = said.authentication();
        }
        if (chosen.isEmpty()) {
            chosen = said.chosen();
        }
        outcome(said);
        for (ChildSa child : said.children()) {
            if (budget.hasExchange()) {
                children.putIfAbsent(child.spi(), child);
            }
        }
        if (budget.hasStep(kept.size())) {
            kept.add(said);
        } else {
            droppedSteps++;
        }
    }

    private void outcome(Statement said) {
        switch (said.kind()) {
            case MAIN_ESTABLISHED -> isEstablished = true;
            case CHILD_ESTABLISHED -> isChildEstablished = true;
            case FAILED -> {
                isSoft |= said.failure() != null && said.failure().isSoftSa();
                // A time-out that one side logs says less than a reason that the other one gives.
                if (failure == null || said.failure() != null && said.failure().outranks(failure)) {
                    failure = said.failure();
                }
            }
            case CHILD_ENDED -> isChildEstablished = true;
            case MAIN_ENDED -> isEnded = true;
            case SENT, RECEIVED -> isMessageSeen = true;
        }
    }

    private void peers(Statement said) {
        boolean isKnown = said.role() != Statement.Role.UNKNOWN;
        if (initiator.isEmpty() && responder.isEmpty() || isKnown && !isRoleKnown) {
            boolean isLocal = said.role() != Statement.Role.RESPONDER;
            initiator = isLocal ? said.local() : said.remote();
            responder = isLocal ? said.remote() : said.local();
            isRoleKnown |= isKnown;
        }
    }

    /** As one of the hosts tells, since both may. */
    private List<Instant> renewals() {
        List<Statement> told = kept.stream()
                .filter(said -> said.kind() == Statement.Kind.CHILD_ESTABLISHED && said.time() != null)
                .toList();
        return Renewals.after(told.stream()
                .filter(said -> said.computer().equals(told.get(0).computer()))
                .map(Statement::time)
                .sorted()
                .toList());
    }

    private Step step(Statement said) {
        boolean isMessage = said.kind() == Statement.Kind.SENT || said.kind() == Statement.Kind.RECEIVED;
        boolean isByInitiator = said.kind() == Statement.Kind.SENT
                ? said.local().equals(initiator)
                : said.remote().equals(initiator);
        Step.Direction direction = isByInitiator ? Step.Direction.TO_RESPONDER : Step.Direction.TO_INITIATOR;
        return new Step(
                said.time(),
                isMessage ? direction : Step.Direction.LOCAL,
                said.summary(),
                said.message(),
                0,
                said.time(),
                List.of(said.evidence()));
    }

    Negotiation negotiation() {
        if (!isRoleKnown) {
            notes.add("Who began is not said.");
        }
        if (isEstablished && !isChildEstablished && failure == null) {
            notes.add("The IKE SA was set up; whether an SA for traffic followed is not said.");
        }
        if (isSoft) {
            notes.add(Negotiation.SOFT_SA);
        }
        if (isChildEstablished && failure != null) {
            notes.add("One attempt failed: " + failure.explanation());
        }
        Outcome unsaid = isMessageSeen && !isEstablished ? Outcome.INCOMPLETE : Outcome.UNKNOWN;
        Outcome outcome = isChildEstablished ? Outcome.ESTABLISHED : failure != null ? Outcome.FAILED : unsaid;
        if (outcome == Outcome.UNKNOWN && isEnded && !isEstablished) {
            notes.add("Only its end was seen.");
        }
        return new Negotiation(
                cookies,
                initiator,
                responder,
                module,
                mode,
                authentication,
                outcome,
                outcome == Outcome.FAILED ? failure : null,
                isSoft,
                List.of(),
                chosen,
                List.copyOf(children.values()),
                List.copyOf(notes),
                kept.stream().map(this::step).toList(),
                droppedSteps,
                Disclosure.NONE,
                renewals());
    }
}
