package org.ipsecworkbench.hostconnection.ntlm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * The third message of NTLM: who the client is, the proof, and the session key (MS-NLMP 2.2.1.3), with room for an
 * integrity code.
 *
 * @param lm 24 bytes, zero where the host sent its time
 * @param nt proof and blob, see {@link NtlmV2Response}
 * @param sessionKey 16 bytes, encrypted with the key exchange key
 * @param flags of {@link NtlmFlags}
 * @param domain of the user; may be empty
 * @param user who it is
 * @param workstation the name of the client's host; may be empty
 */
public record AuthenticateMessage(
        int flags, byte[] lm, byte[] nt, String domain, String user, String workstation, byte[] sessionKey) {
    /** Where in the message the integrity code stands, 16 bytes that are zero while it is made. */
    static final int MIC = 72;

    static final int MIC_LENGTH = 16;

    private static final int TYPE = 3;
    private static final int LM_FIELD = 12;
    private static final int NT_FIELD = 20;
    private static final int DOMAIN = 28;
    private static final int USER = 36;
    private static final int WORKSTATION = 44;
    private static final int SESSION_KEY = 52;
    private static final int FLAGS = 60;
    private static final int VERSION = 64;

    /** Reads a message; what does not fit into it is a {@link MalformedException}. */
    public static AuthenticateMessage read(byte[] message) throws MalformedException {
        Fields fields = Fields.read(message, TYPE, FLAGS + 4);
        int flags = fields.getInt(FLAGS);
        // Clients that never asked for Unicode, such as Python's, write names in the OEM charset, mostly ASCII.
        Charset charset = (flags & NtlmFlags.UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        return new AuthenticateMessage(
                flags,
                fields.value(LM_FIELD),
                fields.value(NT_FIELD),
                new String(fields.value(DOMAIN), charset),
                new String(fields.value(USER), charset),
                new String(fields.value(WORKSTATION), charset),
                fields.value(SESSION_KEY));
    }

    /** The message with an integrity code of zeros. */
    public byte[] toBytes() {
        Fields fields = Fields.of(TYPE, MIC + MIC_LENGTH);
        fields.putInt(FLAGS, flags);
        fields.putBytes(VERSION, NtlmVersion.own());
        fields.append(DOMAIN, domain);
        fields.append(USER, user);
        fields.append(WORKSTATION, workstation);
        fields.append(LM_FIELD, lm);
        fields.append(NT_FIELD, nt);
        fields.append(SESSION_KEY, sessionKey);
        return fields.toBytes();
    }
}
