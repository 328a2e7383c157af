package org.ipsecworkbench.hostconnection.winrm;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.ietf.jgss.ChannelBinding;
import org.jspecify.annotations.Nullable;

/**
 * Binds Kerberos to the TLS below it (RFC 5929, {@code tls-server-end-point}), so that nobody between can pass it on. Java's
 * public {@link ChannelBinding} always says something of addresses too, which Windows refuses; the class that says nothing of
 * them is internal, and the launcher opens it by {@code --add-exports java.security.jgss/sun.security.jgss.krb5.internal}.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/sspi/ns-sspi-sec_channel_bindings">what Windows compares</a>
 */
final class KerberosBinding {
    private static final String INTERNAL = "sun.security.jgss.krb5.internal.TlsChannelBindingImpl";
    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

    private KerberosBinding() {}

    /** The binding to a host's certificate; null where this Java does not give one. */
    static @Nullable ChannelBinding of(X509Certificate certificate) throws CertificateEncodingException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(PREFIX);
        data.writeBytes(CertificateHashes.endPoint(certificate));
        try {
            return (ChannelBinding)
                    Class.forName(INTERNAL).getConstructor(byte[].class).newInstance((Object) data.toByteArray());
        } catch (IllegalAccessException
                | InaccessibleObjectException
                | ClassNotFoundException
                | NoSuchMethodException e) {
            // Windows asks for a binding where it is told to; such a host then refuses, which is explained.
            return null;
        } catch (InstantiationException | InvocationTargetException e) {
            throw new IllegalStateException("Java refuses its own binding", e);
        }
    }
}
