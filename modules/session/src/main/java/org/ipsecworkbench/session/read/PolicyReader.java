package org.ipsecworkbench.session.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/** Policies as netsh, PowerShell, the registry and scripts have them. Asked last, since any text may be one. */
@ServiceProvider(service = EvidenceReader.class, position = 900)
public final class PolicyReader implements EvidenceReader {
    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) {
        return isEmpty(parse(head).model()) ? Optional.empty() : Optional.of(EvidenceKind.POLICY);
    }

    private static Parsed<HostPolicy> parse(byte[] bytes) {
        return Policies.parse("", List.of(new Policies.Document("", bytes)), PolicyLimits.DEFAULT, KeyDigests.random());
    }

    private static boolean isEmpty(HostPolicy policy) {
        return policy.legacyPolicies().isEmpty()
                && policy.rules().isEmpty()
                && policy.mainModeRules().isEmpty()
                && policy.listed().isEmpty();
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        Parsed<HostPolicy> parsed;
        try (InputStream in = Files.newInputStream(file)) {
            parsed = parse(in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1));
        }
        HostPolicy policy = parsed.model();
        int policies = policy.legacyPolicies().size();
        return (policies == 0 ? "" : policies + (policies == 1 ? " policy, " : " policies, "))
                + Phrases.count(policy.rules().size(), "rule")
                + Phrases.problems(parsed.problems());
    }
}
