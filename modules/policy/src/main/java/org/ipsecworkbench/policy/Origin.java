package org.ipsecworkbench.policy;

/**
 * The store that an object came from.
 *
 * @param kind what sort of store
 * @param name of the GPO or the store as it was read; empty where nothing was said
 */
public record Origin(Kind kind, String name) {
    /** Sorts of stores. */
    public enum Kind {
        /** The host's own store, also called persistent. */
        LOCAL,
        /** A GPO, or the directory. */
        GPO,
        /** In memory alone: lost when the service stops. */
        DYNAMIC,
        /** Built into Windows, or assumed by the workbench since nothing else was read. */
        DEFAULT,
        /** Not said. */
        UNKNOWN
    }

    /** Not said. */
    public static final Origin UNKNOWN = new Origin(Kind.UNKNOWN, "");

    /** For people: {@code GPO Domain isolation}. */
    public String label() {
        String what = switch (kind) {
            case LOCAL -> "local";
            case GPO -> "GPO";
            case DYNAMIC -> "dynamic";
            case DEFAULT -> "default";
            case UNKNOWN -> "origin not known";
        };
        return name.isEmpty() ? what : what + " " + name;
    }
}
