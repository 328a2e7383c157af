package org.ipsecworkbench.certificateinspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.JudgedHost;

/**
 * Something that ends at a host.
 *
 * @param lifetime how long it is still valid; its share is of a year, since the engine does not tell when it began
 */
record ExpiryRow(Expiry expiry, Sign sign, Lifetime lifetime) {
    /** All that ends at any host, the earliest first. Not for the event thread. */
    static List<ExpiryRow> of(List<JudgedHost> hosts) {
        List<ExpiryRow> rows = new ArrayList<>();
        for (JudgedHost host : hosts) {
            for (Expiry expiry : Expiry.of(host.certificates())) {
                Lifetime lifetime = Lifetime.of(null, expiry.end(), host.now());
                if (lifetime != null) {
                    rows.add(new ExpiryRow(expiry, Sign.of(expiry), lifetime));
                }
            }
        }
        rows.sort(Comparator.comparing(ExpiryRow::end));
        return rows;
    }

    /** The earliest time at which it may end. */
    Instant end() {
        return expiry.end().earliest();
    }

    /** For people, in a line. */
    String words() {
        return expiry.label() + " at " + expiry.host() + ": " + sign.label() + ", ends "
                + expiry.end().label() + " (" + lifetime.words() + ")";
    }
}
