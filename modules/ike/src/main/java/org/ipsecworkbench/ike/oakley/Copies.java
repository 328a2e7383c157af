package org.ipsecworkbench.ike.oakley;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of what the table of a log holds: what was one thing there is one thing here. */
final class Copies {
    private final Map<LogNegotiation, LogNegotiation> negotiations = new IdentityHashMap<>();
    private final Map<LogStep, LogStep> steps = new IdentityHashMap<>();
    private final LogNegotiation.StepBudget budget;

    /** @param budget of the copies */
    Copies(LogNegotiation.StepBudget budget) {
        this.budget = budget;
    }

    LogNegotiation of(LogNegotiation one) {
        LogNegotiation copy = negotiations.get(one);
        if (copy == null) {
            copy = new LogNegotiation(one, budget, this);
            negotiations.put(one, copy);
        }
        return copy;
    }

    LogStep of(LogStep one) {
        return steps.computeIfAbsent(one, LogStep::new);
    }

    @Nullable
    LogStep ofAny(@Nullable LogStep one) {
        return one == null ? null : of(one);
    }
}
