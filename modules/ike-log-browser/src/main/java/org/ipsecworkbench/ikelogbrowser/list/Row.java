package org.ipsecworkbench.ikelogbrowser.list;

import org.ipsecworkbench.ike.Negotiation;

/**
 * A row of the list: a negotiation, or several that are the same failure.
 *
 * @param shown the negotiation, or the first of the several
 * @param alike how many it stands for; 1 for a negotiation alone
 * @param open whether the several are listed below it
 * @param member whether it is one of several whose row is above it
 */
record Row(Negotiation shown, int alike, boolean open, boolean member) {
    /** Whether it can be opened and folded. */
    boolean isGroup() {
        return alike > 1;
    }
}
