package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a matrix: a file or folder each, which may follow its address and an equals sign. Hosts without one get an
 * address of the network for benchmarks (RFC 2544), which no filter of a real policy names.
 */
final class MatrixInput {
    private final List<PolicyEvidence> policies = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private MatrixInput() {}

    static MatrixInput read(List<String> arguments) {
        KeyDigests digests = KeyDigests.random();
        MatrixInput input = new MatrixInput();
        for (String argument : arguments) {
            input.add(argument, digests);
        }
        return input;
    }

    private void add(String argument, KeyDigests digests) {
        int equals = argument.indexOf('=');
        AddressRange given = equals < 0 ? null : AddressRange.parse(argument.substring(0, equals));
        boolean isGiven = given != null && given.first().equals(given.last());
        String file = isGiven ? argument.substring(equals + 1) : argument;
        try {
            SessionPolicies session = SessionPolicies.named(file);
            if (session != null) {
                session.all(digests).forEach(one -> add(one, isGiven ? given : null));
                return;
            }
        } catch (IOException e) {
            errors.add(Messages.of(e));
            return;
        }
        PolicyInput read = PolicyInput.read("", List.of(file), digests);
        errors.addAll(read.errors());
        if (read.isUnread()) {
            if (read.errors().isEmpty()) {
                errors.add(file + " holds no policy that could be read.");
            }
            return;
        }
        add(read.evidence(), isGiven ? given : null);
    }

    private void add(PolicyEvidence read, @Nullable AddressRange given) {
        problems.addAll(read.policy().problems());
        policies.add(given == null ? read : read.at(given));
    }

    /** Each with an address. */
    List<Host> hosts() {
        return PolicyEvidence.hosts(policies, PolicyEvidence.areOfIpv6(policies));
    }

    /** Whether no flow can be between all of them, since their addresses are of two families. */
    boolean isOfTwoFamilies() {
        return PolicyEvidence.areOfTwoFamilies(policies);
    }

    /** Why a host is not among them, a sentence each. */
    List<String> errors() {
        return errors;
    }

    List<Problem> problems() {
        return problems;
    }
}
