package org.ipsecworkbench.certificate.read;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.Store;
import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.ike.Certificates;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.SeenMessage;

/** Certificates in the payloads of IKE messages that can be read. */
public final class WireReader implements Consumer<SeenMessage> {
    private final Reading reading;

    /** Puts what it finds there. */
    public WireReader(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void accept(SeenMessage seen) {
        IkeMessage whole = seen.reassembled();
        for (Payload payload : (whole == null ? seen.message() : whole).readable()) {
            if (payload instanceof Payload.Certificate certificate && Certificates.isX509(certificate)) {
                String place = "packet " + seen.packet() + ", from " + seen.source() + " to " + seen.destination()
                        + ", negotiation " + seen.message().cookies().initiatorHex();
                Optional<X509Certificate> x509 = Certificates.x509(certificate);
                if (x509.isEmpty()) {
                    reading.problem(reading.file() + ", " + place, "The certificate of the message is damaged or cut.");
                    continue;
                }
                reading.add(new StoredCertificate(
                        reading.certificates() + 1,
                        new Store(StoreLocation.WIRE, seen.source()),
                        X509Facts.of(x509.get(), reading.limits()),
                        x509.get(),
                        KeyState.UNKNOWN,
                        "",
                        reading.file() + ", " + place));
            }
        }
    }
}
