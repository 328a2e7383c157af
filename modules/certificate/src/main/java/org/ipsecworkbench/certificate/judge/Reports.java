package org.ipsecworkbench.certificate.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.HostCertificates;

/** What a host found of chains, by thumbprint and serial number, since ten thousand are looked for ten thousand times. */
final class Reports {
    private record Told(int order, ChainReport chain) {}

    private final Map<String, List<Told>> byName = new HashMap<>();

    Reports(HostCertificates host) {
        for (int i = 0; i < host.chains().size(); i++) {
            ChainReport chain = host.chains().get(i);
            if (!chain.elements().isEmpty()) {
                CertificateFacts first = chain.elements().get(0).facts();
                add(first.thumbprint(), new Told(i, chain));
                add(first.serial(), new Told(i, chain));
            }
        }
    }

    private void add(String name, Told told) {
        if (!name.isEmpty()) {
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(told);
        }
    }

    /** The last one about a certificate. */
    Optional<ChainReport> of(CertificateFacts facts) {
        return Stream.of(facts.thumbprint(), facts.serial())
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(told -> told.chain().isOf(facts))
                .max(Comparator.comparingInt(Told::order))
                .map(Told::chain);
    }
}
