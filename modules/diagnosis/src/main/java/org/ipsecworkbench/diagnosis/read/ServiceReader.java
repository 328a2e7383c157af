package org.ipsecworkbench.diagnosis.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.hostconnection.Transcript;

/**
 * Reads {@code sc queryex} and {@code sc qc}. Labels are translated; numbers and the order of the lines are not: of a state,
 * the type comes first and the state second, of a configuration, the type first and the start second.
 */
public final class ServiceReader {
    /** A label, a colon, and a number in decimal or hexadecimal digits. */
    private static final Pattern NUMBER = Pattern.compile("^\\s*[^:]{1,60}:\\s*(\\d{1,10})(?![\\w.])\\s*(.*)$");

    private static final int SECOND = 1;
    private static final int THIRD = 2;

    private ServiceReader() {}

    /** The service of this name; empty where the host was not asked, or has none. */
    public static Optional<ServiceState> read(HostEvidence host, String name) {
        List<Numbered> state = numbers(host, Commands.service(name));
        List<Numbered> start = numbers(host, Commands.serviceStart(name));
        if (state.size() <= SECOND) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(state.get(SECOND).evidence());
        if (start.size() > SECOND) {
            evidence.add(start.get(SECOND).evidence());
        }
        return Optional.of(new ServiceState(
                name,
                (int) state.get(SECOND).value(),
                start.size() > SECOND ? (int) start.get(SECOND).value() : 0,
                state.size() > THIRD ? state.get(THIRD).value() : 0,
                evidence));
    }

    private record Numbered(long value, Evidence evidence) {}

    private static List<Numbered> numbers(HostEvidence host, Need need) {
        List<Numbered> numbers = new ArrayList<>();
        Optional<Transcript> answer = host.answer(need);
        if (answer.isEmpty() || answer.get().ending().exitCode().orElse(1) != 0) {
            return numbers;
        }
        int line = 0;
        for (String text : answer.get().outputText().lines().toList()) {
            line++;
            Matcher number = NUMBER.matcher(text);
            if (number.matches()) {
                numbers.add(new Numbered(
                        Long.parseLong(number.group(1)),
                        Evidence.line(host.name(), need, line, text.strip().replaceAll("\\s+", " "))));
            }
        }
        return numbers;
    }
}
