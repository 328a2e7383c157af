package org.ipsecworkbench.hostconnection;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes all steps from an address to a host that can be asked everything, and says of each whether it works. */
public final class HostTest {
    private static final Duration MAX_OFFSET = Duration.ofMinutes(5);
    private static final String SIMULATED = "simulated";

    /**
     * A step.
     *
     * @param detail what was found, for people; empty where the step failed or was not reached
     * @param failure why it failed; null where it did not, or was not reached
     * @param isReached whether it was tried
     * @param step which one
     */
    public record Result(
            ConnectionStep step, String detail, @Nullable Failure failure, boolean isReached) {
        /** Whether it was tried and works. */
        public boolean isOk() {
            return isReached && failure == null;
        }
    }

    /**
     * All steps, in their order.
     *
     * @param values what the host says of itself: {@code os}, {@code version}, {@code culture}, {@code powershell}, {@code
     *     service.NAME}, {@code simulated} and others; empty where it was not asked
     * @param untrusted the certificate that the host showed where it was not trusted; null otherwise
     * @param address which host was tested
     * @param results one for each step
     * @param clockOffset how far the host's clock is ahead of this machine's; null where it is not known
     */
    public record Report(
            HostAddress address,
            List<Result> results,
            Map<String, String> values,
            @Nullable Duration clockOffset,
            @Nullable X509Certificate untrusted) {
        /** Whether all steps work. */
        public boolean isOk() {
            return results.stream().allMatch(Result::isOk);
        }

        /** Whether the host says that it is simulated. */
        public boolean isSimulated() {
            return values.containsKey(SIMULATED);
        }
    }

    /** What the commands of a test are told to be for. */
    private static final String ACTION = "connection test";

    private final HostAddress address;
    private final Consumer<Result> listener;
    private final Map<ConnectionStep, Result> results = new EnumMap<>(ConnectionStep.class);
    private Map<String, String> values = Map.of();
    private @Nullable Duration clockOffset;

    private HostTest(HostAddress address, Consumer<Result> listener) {
        this.address = address;
        this.listener = listener;
    }

    /** Tests a host; whatever fails is in the report. */
    public static Report run(HostAddress address, Credentials credentials, ConnectionOptions options) {
        return run(address, credentials, options, step -> {});
    }

    /** Tests a host and tells of each step as it ends, in the calling thread. */
    public static Report run(
            HostAddress address, Credentials credentials, ConnectionOptions options, Consumer<Result> listener) {
        HostTest test = new HostTest(address, listener);
        X509Certificate untrusted = null;
        try (HostConnection connection =
                HostConnection.open(address, credentials, options.withAction(ACTION), test::succeeded)) {
            test.ask(connection);
        } catch (ConnectionException e) {
            untrusted = e.certificate().orElse(null);
            test.failed(e.failure());
        }
        return test.report(untrusted);
    }

    private void succeeded(ConnectionStep step, String detail) {
        ended(new Result(step, detail, null, true));
    }

    private void failed(Failure failure) {
        ended(new Result(failure.step(), "", failure, true));
    }

    private void ended(Result result) {
        results.put(result.step(), result);
        listener.accept(result);
    }

    private void ask(HostConnection connection) throws ConnectionException {
        Transcript transcript = connection.run(SystemProbe.command());
        clockOffset = connection.clockOffset().orElse(null);
        Failure failure = transcript.ending().failure();
        if (failure != null) {
            failed(failure);
            return;
        }
        succeeded(ConnectionStep.SHELL, "commands can be run");
        values = SystemProbe.values(transcript);
        if (!values.containsKey("os")) {
            values = SystemProbe.withoutPowerShell(connection);
        }
        if (!values.containsKey("os")) {
            failed(new Failure(
                    ConnectionStep.SYSTEM,
                    FailureCause.NOT_AVAILABLE,
                    "Neither PowerShell nor the registry of the host said what the host is.",
                    "Run powershell -Command $PSVersionTable and reg query \"HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\""
                            + " there, and see what they print."));
            return;
        }
        if (connection.isSimulated()) {
            values.put(SIMULATED, "true");
        }
        elevation();
        system();
    }

    private void elevation() {
        if (values.getOrDefault("elevated", "").equalsIgnoreCase("true")) {
            succeeded(ConnectionStep.ELEVATION, "with the rights of an administrator");
            return;
        }
        failed(new Failure(
                ConnectionStep.ELEVATION,
                FailureCause.ACCESS_DENIED,
                "Commands run without the rights of an administrator, so that much of IPsec cannot be read.",
                "Use an administrator of the domain; or, for a local account, set LocalAccountTokenFilterPolicy to 1 on the"
                        + " host, since Windows takes these rights away from local accounts over the network."));
    }

    private void system() {
        String services = new TreeMap<>(values)
                .entrySet().stream()
                        .filter(value -> value.getKey().startsWith("service."))
                        .map(value -> value.getKey().substring("service.".length()) + " "
                                + value.getValue().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String detail = (values.containsKey(SIMULATED) ? "SIMULATED " : "") + value("os") + ", " + value("version")
                + ", " + value("culture")
                + (value("powershell").equals("none") ? ", no PowerShell" : ", PowerShell " + value("powershell"))
                + (services.isEmpty() ? "" : "; " + services);
        if (clockOffset != null && clockOffset.abs().compareTo(MAX_OFFSET) > 0) {
            failed(new Failure(
                    ConnectionStep.SYSTEM,
                    FailureCause.CLOCK_SKEW,
                    "The host's clock differs from this machine's by "
                            + clockOffset.abs().toSeconds()
                            + " seconds; certificates and Kerberos fail where clocks differ by more than 5 minutes.",
                    "Set the clock that is wrong: w32tm /query /status says where the host takes its time from."));
            return;
        }
        succeeded(ConnectionStep.SYSTEM, detail);
    }

    private String value(String name) {
        return values.getOrDefault(name, "unknown");
    }

    private Report report(@Nullable X509Certificate untrusted) {
        List<Result> all = new ArrayList<>();
        for (ConnectionStep step : ConnectionStep.values()) {
            all.add(results.getOrDefault(step, new Result(step, "", null, false)));
        }
        return new Report(address, List.copyOf(all), Map.copyOf(values), clockOffset, untrusted);
    }
}
