package org.ipsecworkbench.hostconnection.wire;

import java.io.IOException;
import java.util.Arrays;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;

/**
 * Seals and opens messages by an established context of Kerberos (RFC 4121), at either end. Java puts everything behind the ciphertext, Windows expects it before: the token is rotated,
 * which its field RRC tells, and what is left in front is the header.
 */
public final class KerberosSeal implements AutoCloseable {
    private static final int TOKEN_HEADER = 16;
    private static final int CONFOUNDER = 16;
    private static final int RRC = 6;

    private final GSSContext context;
    private final String protocol;

    /**
     * Takes over a context.
     *
     * @param protocol what messages say that they are sealed by, of {@link SealedBody}
     */
    public KerberosSeal(GSSContext context, String protocol) {
        this.context = context;
        this.protocol = protocol;
    }

    /**
     * Seals a message.
     *
     * @throws MalformedException if the keys are of a kind that is not used any more
     */
    public SealedBody seal(byte[] message) throws IOException {
        byte[] token;
        try {
            token = context.wrap(message, 0, message.length, new MessageProp(0, true));
        } catch (GSSException e) {
            throw malformed("A message could not be sealed by Kerberos.", e);
        }
        if (token[0] != 5 || token[1] != 4) {
            throw new MalformedException(
                    "Kerberos agreed on a key of RC4 or DES, which the workbench does not use; let the"
                            + " account and the host use AES (msDS-SupportedEncryptionTypes).");
        }
        if (token[RRC] == 0 && token[RRC + 1] == 0) {
            rotate(token, token.length - TOKEN_HEADER - CONFOUNDER - message.length);
        }
        int header = token.length - message.length;
        return new SealedBody(
                protocol,
                message.length,
                Arrays.copyOf(token, header),
                Arrays.copyOfRange(token, header, token.length));
    }

    private static void rotate(byte[] token, int right) {
        byte[] rest = Arrays.copyOfRange(token, TOKEN_HEADER, token.length);
        for (int i = 0; i < rest.length; i++) {
            token[TOKEN_HEADER + (i + right) % rest.length] = rest[i];
        }
        token[RRC] = (byte) (right >> 8);
        token[RRC + 1] = (byte) right;
    }

    /**
     * Opens what the other end sealed.
     *
     * @throws MalformedException if it was changed, or is out of order
     */
    public byte[] open(SealedBody sealed) throws IOException {
        byte[] token = Arrays.copyOf(sealed.header(), sealed.header().length + sealed.data().length);
        System.arraycopy(sealed.data(), 0, token, sealed.header().length, sealed.data().length);
        try {
            MessageProp properties = new MessageProp(0, true);
            byte[] message = context.unwrap(token, 0, token.length, properties);
            if (!properties.getPrivacy() || properties.isDuplicateToken() || properties.isOldToken()) {
                throw new MalformedException("A message sealed by Kerberos is not encrypted, or came twice.");
            }
            return message;
        } catch (GSSException e) {
            throw malformed("A message sealed by Kerberos was changed on its way, or is out of order.", e);
        }
    }

    private static MalformedException malformed(String message, GSSException cause) {
        MalformedException malformed = new MalformedException(message);
        malformed.initCause(cause);
        return malformed;
    }

    @Override
    public void close() {
        try {
            context.dispose();
        } catch (GSSException e) {
            throw new IllegalStateException("a context of Kerberos that cannot be given up", e);
        }
    }
}
