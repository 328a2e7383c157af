package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StoredCertificate;

/** What a certificate is to IKE by where it is, in the order in which they are shown. */
enum Section {
    OWN("computer's own certificates", "", true),
    FILE("from files", StoreLocation.FILE.whyNot(), true),
    WIRE("seen in IKE messages", StoreLocation.WIRE.whyNot(), true),
    USER("user's store: does not count", StoreLocation.USER.whyNot(), false),
    SERVICE("service's store: does not count", StoreLocation.SERVICE.whyNot(), false),
    AUTHORITY("authorities", "", true);

    private final String label;
    private final String why;
    private final boolean counts;

    Section(String label, String why, boolean counts) {
        this.label = label;
        this.why = why;
        this.counts = counts;
    }

    /** For people, a clause. */
    String label() {
        return label;
    }

    /** Why IKE does not use what is there, as a sentence; empty where it may. */
    String why() {
        return why;
    }

    /** Whether it stands among those that may matter, not apart. */
    boolean counts() {
        return counts;
    }

    /**
     * Where a certificate stands.
     *
     * @param isOwn whether it may identify the owner of its store
     */
    static Section of(StoredCertificate certificate, boolean isOwn) {
        return switch (certificate.store().location()) {
            case USER -> USER;
            case SERVICE -> SERVICE;
            case FILE -> isOwn ? FILE : AUTHORITY;
            case WIRE -> isOwn ? WIRE : AUTHORITY;
            case COMPUTER, ENTERPRISE, GROUP_POLICY, UNSTATED -> isOwn ? OWN : AUTHORITY;
        };
    }
}
