package org.ipsecworkbench.certificate.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.HostCertificates;

/** What a host found of chains, by serial number, since ten thousand chains are looked for ten thousand times. */
final class Reports {
    private final Map<String, List<ChainReport>> bySerial = new HashMap<>();

    Reports(HostCertificates host) {
        for (ChainReport chain : host.chains()) {
            if (!chain.elements().isEmpty()) {
                bySerial.computeIfAbsent(chain.elements().get(0).facts().serial(), serial -> new ArrayList<>())
                        .add(chain);
            }
        }
    }

    /** The last one about a certificate. */
    Optional<ChainReport> of(CertificateFacts facts) {
        // A chain may be told without a serial number, and be known by its thumbprint alone.
        return Stream.of("", facts.serial())
                .distinct()
                .flatMap(serial -> bySerial.getOrDefault(serial, List.of()).stream())
                .filter(chain -> chain.isOf(facts))
                .reduce((first, second) -> second);
    }
}
