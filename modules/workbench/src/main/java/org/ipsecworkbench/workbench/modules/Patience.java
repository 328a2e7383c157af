package org.ipsecworkbench.workbench.modules;

import java.util.Optional;

/** Counts how often in a row the same module was found at work. For one thread. */
final class Patience {
    private final int most;
    private Optional<AddedModule> last = Optional.empty();
    private int times;

    /** @param most after so many times in a row it is lost, and counted anew */
    Patience(int most) {
        this.most = most;
    }

    /** The module where it was found too often in a row; empty before that. */
    Optional<AddedModule> lost(Optional<AddedModule> found) {
        times = found.isPresent() && found.equals(last) ? times + 1 : 1;
        last = found;
        if (found.isEmpty() || times < most) {
            return Optional.empty();
        }
        times = 0;
        return found;
    }
}
