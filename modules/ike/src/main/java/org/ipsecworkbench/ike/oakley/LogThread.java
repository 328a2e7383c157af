package org.ipsecworkbench.ike.oakley;

import org.jspecify.annotations.Nullable;

/** Where one thread of the service stands in its log: most lines name neither an SA nor a cookie. */
final class LogThread {
    /** What its lines belong to. */
    LogNegotiation current;
    /** Whether no message has told yet to what they belong. */
    boolean isPrelude = true;

    long lastTime = LogClock.NONE;

    /** The message whose header is being told. */
    LogStep.@Nullable Header open;
    /** The lines of that header. */
    LogStep lines = new LogStep(LogClock.NONE, null, "");

    /** Payloads of a message that will be sent. */
    @Nullable
    LogStep build;
    /** The message whose payloads are being told. */
    @Nullable
    LogStep received;
    /** Lines of the policy in a row. */
    @Nullable
    LogStep policy;
    /** The failure whose block of lines goes on. */
    @Nullable
    LogStep failure;

    LogThread(LogNegotiation prelude) {
        current = prelude;
    }

    /** A copy. */
    LogThread(LogThread other, Copies copies) {
        current = copies.of(other.current);
        isPrelude = other.isPrelude;
        lastTime = other.lastTime;
        open = other.open == null ? null : new LogStep.Header(other.open);
        lines = copies.of(other.lines);
        build = copies.ofAny(other.build);
        received = copies.ofAny(other.received);
        policy = copies.ofAny(other.policy);
        failure = copies.ofAny(other.failure);
    }

    /** Other lines follow. */
    void endBlocks() {
        policy = null;
        failure = null;
    }
}
