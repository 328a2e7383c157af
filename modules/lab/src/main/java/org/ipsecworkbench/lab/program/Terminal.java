package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.time.Duration;

/** What a running command is connected to: two ways out, one in, and time. Each method throws once it was ended. */
public interface Terminal {
    /** The two ways out. */
    enum Stream {
        STDOUT,
        STDERR
    }

    /** Hands bytes over; waits while the other end is slow. */
    void write(Stream stream, byte[] bytes) throws IOException;

    /** The next bytes of the input, waiting for them; an empty array at its end. */
    byte[] read() throws IOException;

    /** Waits. */
    void pause(Duration time) throws IOException;
}
