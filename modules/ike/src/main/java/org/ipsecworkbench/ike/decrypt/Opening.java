package org.ipsecworkbench.ike.decrypt;

import org.ipsecworkbench.ike.Bytes;

/** What came of a key and a message. */
sealed interface Opening {
    /**
     * The key fits.
     *
     * @param inside the payloads, in IKEv1 with their padding
     */
    record Opened(Bytes inside) implements Opening {}

    /**
     * It does not, or something is missing.
     *
     * @param why what follows "the key" in a sentence, without its full stop
     */
    record Refused(String why) implements Opening {
        static final Refused NO_CHAIN = new Refused("does not fit: what it gives is no chain of payloads");
        static final Refused OTHER_CHECK = new Refused("does not fit: the check value of the message is another one");
        static final Refused LENGTH =
                new Refused("does not fit: the length of what is encrypted is none that its cipher makes");
    }
}
