package org.ipsecworkbench.hostconnection;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a command that was started ended.
 *
 * @param exitCode told by the host; absent where it did not tell one
 * @param failure why the output may be incomplete; null where the command ended by itself
 */
public record Ending(OptionalInt exitCode, @Nullable Failure failure) {
    /** It ended by itself, with this code. */
    public static Ending exited(int code) {
        return new Ending(OptionalInt.of(code), null);
    }

    /** It did not end as far as is known, or not by itself. */
    public static Ending failed(Failure failure) {
        return new Ending(OptionalInt.empty(), failure);
    }

    /** Whether the command ended by itself and all of its output is known. */
    public boolean isComplete() {
        return failure == null;
    }
}
