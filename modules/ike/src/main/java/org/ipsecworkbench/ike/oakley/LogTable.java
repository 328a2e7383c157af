package org.ipsecworkbench.ike.oakley;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together in a log: by the initiator's cookie, which a main mode and all its quick modes share; by the pointer of
 * the SA, which is used again after the SA is dead, so that it counts from one message to the death; and between those by
 * thread, as long as it does not rest.
 */
final class LogTable {
    /** A thread that rests for longer may serve another SA; ours, since nothing documents how threads are used. */
    private static final long REST_MILLIS = 2000;

    private final OakleyLimits limits;
    private final IkeLimits ikeLimits;
    private final LogNegotiation.StepBudget budget;
    private final LinkedHashMap<Integer, LogThread> threads = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, LogNegotiation> byPointer = new HashMap<>();
    private final Map<Long, LogNegotiation> byCookie = new HashMap<>();
    private final Set<LogNegotiation> all = new LinkedHashSet<>();
    private final List<LogStep> outside = new ArrayList<>();
    private long droppedOutside;
    private long messages;
    private long left;
    private int lastId;
    private @Nullable LogThread last;

    LogTable(OakleyLimits limits, IkeLimits ikeLimits) {
        this.limits = limits;
        this.ikeLimits = ikeLimits;
        budget = new LogNegotiation.StepBudget(ikeLimits.maxAllSteps());
    }

    /** A copy, which can be finished while the other one goes on. */
    LogTable(LogTable other) {
        limits = other.limits;
        ikeLimits = other.ikeLimits;
        budget = new LogNegotiation.StepBudget(other.budget);
        Copies copies = new Copies(budget);
        other.threads.forEach((id, thread) -> {
            LogThread copy = new LogThread(thread, copies);
            threads.put(id, copy);
            last = thread == other.last ? copy : last;
        });
        other.byPointer.forEach((pointer, one) -> byPointer.put(pointer, copies.of(one)));
        other.byCookie.forEach((cookie, one) -> byCookie.put(cookie, copies.of(one)));
        other.all.forEach(one -> all.add(copies.of(one)));
        other.outside.forEach(step -> outside.add(copies.of(step)));
        droppedOutside = other.droppedOutside;
        messages = other.messages;
        left = other.left;
        lastId = other.lastId;
    }

    /** The thread of the last line. */
    LogThread thread() {
        return last == null ? thread(0) : last;
    }

    /** A thread by its number; 0 for lines that name none. */
    LogThread thread(int id) {
        if (last != null && id == lastId) {
            return last;
        }
        LogThread thread = threads.get(id);
        if (thread == null) {
            if (threads.size() >= limits.maxThreads()) {
                int eldest = threads.keySet().iterator().next();
                LogThread over = threads.remove(eldest);
                if (over != null) {
                    settle(over);
                    detach(over);
                }
            }
            thread = new LogThread(prelude());
            threads.put(id, thread);
        }
        lastId = id;
        last = thread;
        return thread;
    }

    private LogNegotiation prelude() {
        return new LogNegotiation(ikeLimits, budget);
    }

    /** Before a line: a thread that has rested belongs to nothing any more. */
    void keepTogether(LogThread thread, long time) {
        if (LogClock.between(thread.lastTime, time) > REST_MILLIS) {
            detach(thread);
        }
    }

    /** A line says that something new begins; what the driver asked for just before belongs to it. */
    void begin(LogThread thread, boolean isByDriver) {
        boolean isNext = isByDriver ? thread.current.isBegun : thread.current.isInitiator != null;
        if (!thread.isPrelude || isNext) {
            detach(thread);
        }
    }

    /** A line names an SA. */
    void follow(LogThread thread, long pointer) {
        LogNegotiation named = pointer == 0 ? null : byPointer.get(pointer);
        if (named != null && named != thread.current) {
            detach(thread);
            thread.current = named;
            thread.isPrelude = false;
        }
    }

    /** The SA is dead: its pointer may be used for another one. */
    void unbind(long pointer) {
        byPointer.remove(pointer);
    }

    /** The header of a message is over. */
    void settle(LogThread thread) {
        LogStep.Header header = thread.open;
        if (header == null) {
            return;
        }
        thread.open = null;
        messages++;
        LogNegotiation found = find(header);
        LogNegotiation prelude = thread.isPrelude ? thread.current : null;
        if (prelude != null && !fits(prelude, header)) {
            release(prelude);
            prelude = null;
        }
        if (found == null) {
            if (all.size() >= ikeLimits.maxNegotiations()) {
                left++;
                outside(thread.lines);
                return;
            }
            found = prelude == null ? prelude() : prelude;
            all.add(found);
        } else if (prelude != null) {
            found.absorb(prelude);
        }
        thread.current = found;
        thread.isPrelude = false;
        bind(found, header);
        LogStep step = found.message(header, thread.lines.time);
        step.absorb(thread.lines);
        if (!header.isSent) {
            thread.received = step;
        } else if (thread.build != null) {
            step.absorb(thread.build);
            thread.build = null;
        }
    }

    private @Nullable LogNegotiation find(LogStep.Header header) {
        LogNegotiation known = header.initiator == 0 ? null : byCookie.get(header.initiator);
        if (known != null) {
            return known;
        }
        LogNegotiation pointed = byPointer.get(header.pointer);
        return pointed != null && (header.initiator == 0 || pointed.initiatorCookie == 0) ? pointed : null;
    }

    private void bind(LogNegotiation negotiation, LogStep.Header header) {
        if (header.initiator != 0) {
            byCookie.put(header.initiator, negotiation);
        }
        boolean hasRoom = byPointer.size() < ikeLimits.maxNegotiations() || byPointer.containsKey(header.pointer);
        if (header.pointer != 0 && hasRoom) {
            byPointer.put(header.pointer, negotiation);
        }
    }

    /** Whether what was said before can be about a message: not where this host began, and the peer's own offer comes in. */
    private static boolean fits(LogNegotiation prelude, LogStep.Header header) {
        boolean isPeersOffer = !header.isSent && header.responder == 0;
        boolean isOther = Boolean.TRUE.equals(prelude.isInitiator) && !prelude.peer.equals(header.peer);
        return !(prelude.isBegun && isPeersOffer) && !isOther;
    }

    private void detach(LogThread thread) {
        if (thread.build != null) {
            thread.current.add(thread.build);
        }
        if (thread.isPrelude) {
            release(thread.current);
        }
        thread.current = prelude();
        thread.isPrelude = true;
        thread.build = null;
        thread.received = null;
        thread.endBlocks();
    }

    /** No message came for these lines. */
    private void release(LogNegotiation prelude) {
        if (prelude.isWithoutMessages() && all.size() < ikeLimits.maxNegotiations()) {
            all.add(prelude);
            return;
        }
        budget.giveBack(prelude.steps.size());
        prelude.steps.forEach(this::outside);
        droppedOutside += prelude.droppedSteps();
    }

    private void outside(LogStep step) {
        if (outside.size() < limits.maxOutside()) {
            outside.add(step);
        } else {
            droppedOutside++;
        }
    }

    /** No more lines come. */
    void finish() {
        for (LogThread thread : threads.values()) {
            settle(thread);
            detach(thread);
        }
    }

    long messages() {
        return messages;
    }

    List<Negotiation> negotiations(Source source, LogClock clock) {
        return all.stream().map(one -> one.negotiation(source, clock)).toList();
    }

    List<OakleyReport.Line> outside(Source source) {
        return outside.stream()
                .flatMap(step ->
                        step.evidence(source).stream().map(evidence -> new OakleyReport.Line(evidence, step.summary())))
                .sorted(Comparator.comparingLong(line -> line.evidence().first()))
                .toList();
    }

    long droppedOutside() {
        return droppedOutside;
    }

    List<Problem> problems() {
        return left == 0
                ? List.of()
                : List.of(new Problem(
                        "file",
                        left + " messages belong to no negotiation that is shown: there are more than "
                                + ikeLimits.maxNegotiations() + "."));
    }
}
