package org.ipsecworkbench.hostconnection.ntlm;

import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * The second message of NTLM: what the host agrees to, its challenge and what it says about itself (MS-NLMP 2.2.1.2).
 *
 * @param challenge 8 random bytes
 * @param flags of {@link NtlmFlags}
 * @param target the name of the host or its domain
 * @param info names and time of the host
 */
public record ChallengeMessage(int flags, String target, byte[] challenge, AvPairs info) {
    private static final int TYPE = 2;
    private static final int TARGET = 12;
    private static final int FLAGS = 20;
    private static final int CHALLENGE = 24;
    private static final int CHALLENGE_LENGTH = 8;
    private static final int INFO = 40;
    private static final int VERSION = 48;
    private static final int HEAD = 56;

    /** Reads a message; what does not fit into it is a {@link MalformedException}. */
    public static ChallengeMessage read(byte[] message) throws MalformedException {
        Fields fields = Fields.read(message, TYPE, CHALLENGE + CHALLENGE_LENGTH);
        int flags = fields.getInt(FLAGS);
        boolean hasInfo = (flags & NtlmFlags.TARGET_INFO) != 0 && fields.length() >= INFO + 8;
        return new ChallengeMessage(
                flags,
                fields.text(TARGET),
                fields.getBytes(CHALLENGE, CHALLENGE_LENGTH),
                hasInfo ? AvPairs.read(fields.value(INFO)) : AvPairs.NONE);
    }

    /** The message as it is sent. */
    public byte[] toBytes() {
        Fields fields = Fields.of(TYPE, HEAD);
        fields.putInt(FLAGS, flags);
        fields.putBytes(CHALLENGE, challenge);
        fields.putBytes(VERSION, NtlmVersion.own());
        fields.append(TARGET, target);
        fields.append(INFO, info.toBytes());
        return fields.toBytes();
    }
}
