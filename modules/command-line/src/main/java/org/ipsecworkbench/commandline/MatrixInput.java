package org.ipsecworkbench.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.Protocols;

/**
 * The hosts of a matrix: a file or folder each, which may follow its address and an equals sign. Hosts without one get an
 * address of the network for benchmarks (RFC 2544), which no filter of a real policy names.
 */
final class MatrixInput {
    private static final int MAX_PORT = 65_535;
    private static final int PER_NETWORK = 250;

    private final List<Host> hosts = new ArrayList<>();
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
        PolicyInput read = PolicyInput.read("", List.of(file), digests);
        errors.addAll(read.errors());
        problems.addAll(read.policy().problems());
        if (read.isUnread()) {
            if (read.errors().isEmpty()) {
                errors.add(file + " holds no policy that could be read.");
            }
            return;
        }
        hosts.add(new Host(read.policy().model(), isGiven && given != null ? given : next()));
    }

    private AddressRange next() {
        int number = hosts.size();
        String address = "198.18." + number / PER_NETWORK + "." + (number % PER_NETWORK + 1);
        return Objects.requireNonNull(AddressRange.parse(address));
    }

    /** {@code tcp:445} or {@code icmp}. */
    static Service service(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        int protocol = Protocols.number(parts[0]);
        boolean isPort = parts.length == 1 || parts[1].matches("\\d{1,5}") && Integer.parseInt(parts[1]) <= MAX_PORT;
        if (protocol < 0 || !isPort) {
            throw new IllegalArgumentException(
                    "With --matrix a flow is PROTOCOL[:PORT], such as \"tcp:445\", and not \"" + text + "\".");
        }
        return new Service(protocol, parts.length == 1 ? -1 : Integer.parseInt(parts[1]));
    }

    List<Host> hosts() {
        return hosts;
    }

    /** Why a host is not among them, a sentence each. */
    List<String> errors() {
        return errors;
    }

    List<Problem> problems() {
        return problems;
    }
}
