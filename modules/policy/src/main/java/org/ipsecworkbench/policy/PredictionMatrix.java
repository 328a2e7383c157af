package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.ipsecworkbench.policy.predict.HostKind;
import org.ipsecworkbench.policy.predict.Verdicts;
import org.jspecify.annotations.Nullable;

/**
 * What each of many hosts does with traffic to each other one. Hosts whose policies say the same, and whose addresses no
 * filter tells apart, are one kind: pairs of kinds are predicted, not pairs of hosts, and pairs of kinds that bring the same to a
 * negotiation once. Immutable.
 */
public final class PredictionMatrix {
    /**
     * A host of the matrix.
     *
     * @param policy its policy, which also names it
     * @param address one address, of the same family as all others
     */
    public record Host(HostPolicy policy, AddressRange address) {}

    /**
     * A service that every host offers.
     *
     * @param protocol IP protocol number
     * @param port of TCP and UDP; -1 for none
     */
    public record Service(int protocol, int port) {
        private static final int MAX_PORT = 65_535;

        /**
         * {@code PROTOCOL} or {@code PROTOCOL:PORT}.
         *
         * @throws IllegalArgumentException with a sentence for people, where it is something else
         */
        public static Service parse(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
            int protocol = Protocols.number(parts[0]);
            boolean isPort =
                    parts.length == 1 || parts[1].matches("\\d{1,5}") && Integer.parseInt(parts[1]) <= MAX_PORT;
            if (protocol < 0 || !isPort) {
                throw new IllegalArgumentException(
                        "A service is PROTOCOL[:PORT], such as \"tcp:445\", and not \"" + text + "\".");
            }
            return new Service(protocol, parts.length == 1 ? -1 : Integer.parseInt(parts[1]));
        }

        /** A request for it. */
        public Flow between(AddressRange client, AddressRange server) {
            return new Flow(client, server, protocol, -1, port);
        }

        /** For people: {@code TCP port 445}. */
        public String label() {
            return Protocols.name(protocol) + (port < 0 ? "" : " port " + port);
        }
    }

    /**
     * What pairs of two kinds come to.
     *
     * @param outcome the worse of both directions
     * @param isRespondOnly whether nobody of them ever asks, though both would answer
     */
    public record Verdict(Outcome outcome, boolean isRespondOnly) {}

    private final List<Host> hosts;
    private final Service service;
    private final int[] kindOf;
    private final List<List<Host>> kinds;
    /** By the kind that begins times the number of kinds, plus the kind that answers; null where there is no pair. */
    private final @Nullable Verdict[] verdicts;

    private final boolean isWhole;

    private PredictionMatrix(
            List<Host> hosts,
            Service service,
            int[] kindOf,
            List<List<Host>> kinds,
            @Nullable Verdict[] verdicts,
            boolean isWhole) {
        this.hosts = hosts;
        this.service = service;
        this.kindOf = kindOf;
        this.kinds = kinds;
        this.verdicts = verdicts;
        this.isWhole = isWhole;
    }

    /** Follows the making of a matrix; is told by the thread that makes it. */
    public interface Watcher {
        /**
         * Whether to go on.
         *
         * @param done how many kinds were held against all others
         * @param all how many there are
         * @param soFar makes the matrix of what is known; takes some milliseconds
         */
        boolean goesOn(int done, int all, Supplier<PredictionMatrix> soFar);
    }

    /** Predicts all pairs. */
    public static PredictionMatrix of(List<Host> hosts, Service service) {
        return of(hosts, service, (done, all, soFar) -> true);
    }

    /** Predicts all pairs, or as many as the watcher has patience for. */
    public static PredictionMatrix of(List<Host> hosts, Service service, Watcher watcher) {
        List<Host> copy = List.copyOf(hosts);
        int[] kindOf = new int[copy.size()];
        List<List<Host>> kinds = new ArrayList<>();
        List<AddressRange> ranges = HostKind.ranges(copy);
        Map<HostKind, Integer> known = new HashMap<>();
        List<HostKind.Addressing> addressing = new ArrayList<>();
        for (int i = 0; i < copy.size(); i++) {
            HostKind kind = HostKind.of(copy.get(i), ranges);
            kindOf[i] = known.computeIfAbsent(kind, one -> {
                kinds.add(new ArrayList<>());
                addressing.add(one.addressing());
                return kinds.size() - 1;
            });
            kinds.get(kindOf[i]).add(copy.get(i));
        }
        int all = kinds.size();
        Verdicts verdicts = new Verdicts(kinds, addressing, service);
        @Nullable Verdict[] found = new Verdict[all * all];
        boolean goesOn = true;
        for (int from = 0; from < all && goesOn; from++) {
            for (int to = 0; to < all; to++) {
                boolean isPair = from != to || kinds.get(from).size() > 1;
                found[from * all + to] = isPair ? verdicts.of(from, to) : null;
            }
            goesOn = watcher.goesOn(
                            from + 1,
                            all,
                            () -> new PredictionMatrix(copy, service, kindOf, kinds, found.clone(), false))
                    || from == all - 1;
        }
        return new PredictionMatrix(copy, service, kindOf, kinds, found, goesOn);
    }

    private Prediction predict(Host from, Host to) {
        return Predictor.predict(from.policy(), to.policy(), service.between(from.address(), to.address()));
    }

    /** Whether all pairs were predicted. */
    public boolean isWhole() {
        return isWhole;
    }

    /** All hosts, in the order in which they were given. */
    public List<Host> hosts() {
        return hosts;
    }

    /** What is asked for. */
    public Service service() {
        return service;
    }

    /** How many kinds of hosts there are. */
    public int kinds() {
        return kinds.size();
    }

    /** The kind of a host, both counted from 0. */
    public int kindOf(int host) {
        return kindOf[host];
    }

    /** All hosts of a kind. */
    public List<Host> hostsOf(int kind) {
        return List.copyOf(kinds.get(kind));
    }

    /** Ordered pairs of different hosts of two kinds. */
    public long pairs(int from, int to) {
        long begins = kinds.get(from).size();
        return begins * (from == to ? begins - 1 : kinds.get(to).size());
    }

    /** What pairs of two kinds come to; null where there is no pair, or that was not predicted. Takes no time. */
    public @Nullable Verdict verdict(int from, int to) {
        return verdicts[from * kinds.size() + to];
    }

    /**
     * The prediction for two hosts of two kinds, with the names and addresses of the first ones; null where there is no pair. Is made
     * anew each time.
     */
    public @Nullable Prediction cell(int from, int to) {
        return verdict(from, to) == null
                ? null
                : predict(kinds.get(from).get(0), kinds.get(to).get(from == to ? 1 : 0));
    }

    /** The prediction for two different hosts, with their own names and addresses. */
    public Prediction trace(int from, int to) {
        return predict(hosts.get(from), hosts.get(to));
    }

    /** How many ordered pairs of different hosts come to each outcome, as far as predicted; those that none comes to are left out. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (int from = 0; from < kinds.size(); from++) {
            for (int to = 0; to < kinds.size(); to++) {
                Verdict verdict = verdict(from, to);
                if (verdict != null) {
                    counts.merge(verdict.outcome(), pairs(from, to), Long::sum);
                }
            }
        }
        return counts;
    }
}
