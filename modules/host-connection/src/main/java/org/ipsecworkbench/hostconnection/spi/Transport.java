package org.ipsecworkbench.hostconnection.spi;

import java.time.Duration;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;

/** One host that was reached. Used by one thread at a time, save for the cancellation. */
public interface Transport extends AutoCloseable {
    /** How far the host's clock is ahead of this machine's; empty where it is not known. */
    Optional<Duration> clockOffset();

    /** Whether the host says that it is simulated, so that what it says is about no real one. */
    default boolean isSimulated() {
        return false;
    }

    /** Whether programs are told to write UTF-8; otherwise they write the OEM page of the host's language. */
    boolean isUtf8();

    /**
     * Runs a command to its end, and never a second time.
     *
     * @param output told of output as it comes, in the calling thread
     * @return how it ended; whatever goes wrong after the command was started is told there
     * @throws ConnectionException where the command was not started
     */
    Ending run(RemoteCommand command, OutputListener output, Cancellation cancellation) throws ConnectionException;

    /** Gives back what is held on the host, as far as it can still be reached. */
    @Override
    void close();
}
