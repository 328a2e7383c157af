package org.ipsecworkbench.policy.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;

/**
 * 1,000 hosts by 1,000 hosts, each policy read from a listing of its own: with ten policies of twenty rules, with a
 * hundred, and with one for each, whose differences matter to negotiations or do not.
 *
 * <p>Run by {@code mvn -Dbenchmark=policy verify -pl modules/policy -am}, on a machine that does nothing else.
 */
public final class MatrixBenchmark {
    private static final int HOSTS = 1000;
    private static final int RULES = 20;
    private static final int RUNS = 3;
    private static final Service FILES = new Service(6, 445);

    private MatrixBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        for (int policies : new int[] {10, 100, HOSTS, -HOSTS}) {
            List<Host> hosts = hosts(policies);
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                PredictionMatrix matrix = PredictionMatrix.of(hosts, FILES);
                System.out.printf(
                        Locale.ROOT,
                        "%,d hosts, %,d kinds, %,d pairs: %.3f s%n",
                        HOSTS,
                        matrix.kinds(),
                        matrix.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static List<Host> hosts(int policies) {
        KeyDigests digests = KeyDigests.random();
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            byte[] script = script(i % Math.abs(policies), policies < 0).getBytes(StandardCharsets.UTF_8);
            String name = "host " + i;
            HostPolicy policy = Policies.parse(
                            name, List.of(new Policies.Document(name, script)), PolicyLimits.DEFAULT, digests)
                    .model();
            String address = "198.18." + i / 250 + "." + (i % 250 + 1);
            hosts.add(new Host(policy, Objects.requireNonNull(AddressRange.parse(address))));
        }
        return hosts;
    }

    /** A policy of its own by its lifetimes, or by the key that only it has. */
    private static String script(int policy, boolean isNegotiated) {
        StringBuilder script = new StringBuilder();
        for (int rule = 0; rule < RULES; rule++) {
            script.append("netsh advfirewall consec add rule name=\"Rule ")
                    .append(rule)
                    .append("\" endpoint1=any endpoint2=")
                    .append(rule == 0 ? "198.18.0.0/15" : "10." + rule + ".0.0/16")
                    .append(" action=")
                    .append(policy % 2 == 0 ? "requireinrequestout" : "requestinrequestout")
                    .append(isNegotiated ? " auth1=computerpsk auth1psk=" + policy : " auth1=computerkerb")
                    .append(" qmsecmethods=esp:sha256-aes256+")
                    .append(policy + 5)
                    .append("min+100000kb\n");
        }
        return script.toString();
    }
}
