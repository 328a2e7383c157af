package org.ipsecworkbench.ike.negotiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.testing.Messages;
import org.junit.jupiter.api.Test;

/** What the lengths of IKE_AUTH tell without keys; the messages are made. */
class Judge2Test {
    private static final int REQUEST = 0x08;
    private static final int RESPONSE = 0x20;
    private static final int HEADERS = 32;

    private static IkeMessage init(int flags) {
        return Messages.version2(Exchange.IKE_SA_INIT)
                .flags(flags)
                .payload(40, "00".repeat(32))
                .read();
    }

    /** An encrypted message of a length, with a message ID. */
    private static SeenMessage auth(int packet, int id, int flags, int length) {
        byte[] bytes = Messages.version2(Exchange.IKE_AUTH)
                .flags(flags)
                .payload(46, new byte[length - HEADERS])
                .bytes();
        bytes[23] = (byte) id;
        return Seen.of(packet, flags == REQUEST, 500, Messages.read(bytes));
    }

    private static Negotiation judged(SeenMessage... auths) {
        SeenMessage[] all = new SeenMessage[auths.length + 2];
        all[0] = Seen.of(1, true, 500, init(REQUEST));
        all[1] = Seen.of(2, false, 500, init(RESPONSE));
        System.arraycopy(auths, 0, all, 2, auths.length);
        return Seen.judged(all);
    }

    @Test
    void aShortAnswerToTheOnlyAuthHasNoRoomForAChild() {
        Negotiation one = judged(auth(3, 1, REQUEST, 300), auth(4, 1, RESPONSE, 160));
        assertEquals(Outcome.FAILED, one.outcome());
        assertNotNull(one.failure());
        assertEquals("proposal", one.failure().failureClass().key());
    }

    /** With EAP the last answer has AUTH, SA and selectors, but no ID and no certificate: it may be as short. */
    @Test
    void withEapTheLastAnswerMayBeAsShort() {
        Negotiation one = judged(
                auth(3, 1, REQUEST, 300),
                auth(4, 1, RESPONSE, 900),
                auth(5, 2, REQUEST, 120),
                auth(6, 2, RESPONSE, 130),
                auth(7, 3, REQUEST, 116),
                auth(8, 3, RESPONSE, 160));
        assertEquals(Outcome.ESTABLISHED, one.outcome());
    }

    @Test
    void anErrorAloneIsOneAlsoBehindEap() {
        Negotiation one = judged(
                auth(3, 1, REQUEST, 300),
                auth(4, 1, RESPONSE, 900),
                auth(5, 2, REQUEST, 120),
                auth(6, 2, RESPONSE, 80));
        assertEquals(Outcome.FAILED, one.outcome());
    }
}
