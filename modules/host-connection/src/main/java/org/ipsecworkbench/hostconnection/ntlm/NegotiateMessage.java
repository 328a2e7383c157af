package org.ipsecworkbench.hostconnection.ntlm;

import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * The first message of NTLM: what a client can do (MS-NLMP 2.2.1.1). It names neither user nor host.
 *
 * @param flags of {@link NtlmFlags}
 */
public record NegotiateMessage(int flags) {
    private static final int TYPE = 1;
    private static final int FLAGS = 12;
    private static final int VERSION = 32;
    private static final int HEAD = 40;

    /** Reads a message; what does not fit into it is a {@link MalformedException}. */
    public static NegotiateMessage read(byte[] message) throws MalformedException {
        return new NegotiateMessage(Fields.read(message, TYPE, FLAGS + 4).getInt(FLAGS));
    }

    /** The message as it is sent. */
    public byte[] toBytes() {
        Fields fields = Fields.of(TYPE, HEAD);
        fields.putInt(FLAGS, flags);
        fields.append(16, "");
        fields.append(24, "");
        fields.putBytes(VERSION, NtlmVersion.own());
        return fields.toBytes();
    }
}
