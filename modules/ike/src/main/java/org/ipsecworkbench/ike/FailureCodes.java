package org.ipsecworkbench.ike;

import java.util.List;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.negotiate.Causes;

/** What the error numbers of Windows and of IKE mean for a negotiation. */
public final class FailureCodes {
    private FailureCodes() {}

    /**
     * The failure that a number stands for; a number that no table knows gives one of the class {@code unknown}.
     *
     * @param value unsigned; of Windows the plain number, such as 13801, also where it came as an HRESULT
     */
    public static Failure of(Numbering numbering, long value, List<Evidence> evidence) {
        return Causes.ofCode(numbering, value, evidence);
    }

    /** Whether a number is only a state or a warning, such as 13902. */
    public static boolean isBenign(Numbering numbering, long value) {
        return Causes.isBenign(numbering, value);
    }
}
