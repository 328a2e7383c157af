package org.ipsecworkbench.lab.model;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of traffic between two hosts.
 *
 * @param offer what protects it, null where nothing does
 * @param status why a negotiation failed, SUCCESS where none was tried or it did not
 */
public record Outcome(Kind kind, IkeStatus status, @Nullable QuickModeOffer offer) {

    /** The four ends. */
    public enum Kind {
        PROTECTED,
        CLEAR,
        CLEAR_BY_FALLBACK,
        BLOCKED
    }

    public static final Outcome CLEAR = new Outcome(Kind.CLEAR, IkeStatus.SUCCESS, null);

    public boolean isProtected() {
        return kind == Kind.PROTECTED;
    }

    /** Whether packets arrive. */
    public boolean arrives() {
        return kind != Kind.BLOCKED;
    }

    /** Whether what arrives cannot be read on the way. */
    public boolean isEncrypted() {
        return offer != null && offer.cipher() != Cipher.NONE;
    }
}
