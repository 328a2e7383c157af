package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.policy.predict.HostKind;
import org.ipsecworkbench.policy.predict.Run;
import org.jspecify.annotations.Nullable;

/**
 * What each of many hosts does with traffic to each other one. Hosts whose policies say the same, and whose addresses no
 * filter tells apart, are one kind: pairs of kinds are predicted, not pairs of hosts. 1,000 hosts of some kinds take well
 * below two seconds; every kind more costs a prediction with each other one. Immutable.
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

    private PredictionMatrix(List<Host> hosts, Service service) {
        this.hosts = List.copyOf(hosts);
        this.service = service;
        kindOf = new int[hosts.size()];
        kinds = new ArrayList<>();
        List<AddressRange> ranges = HostKind.ranges(hosts);
        Map<HostKind, Integer> known = new LinkedHashMap<>();
        List<HostKind.Addressing> addressing = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            HostKind kind = HostKind.of(hosts.get(i), ranges);
            int number = known.computeIfAbsent(kind, one -> {
                kinds.add(new ArrayList<>());
                addressing.add(one.addressing());
                return kinds.size() - 1;
            });
            kindOf[i] = number;
            kinds.get(number).add(hosts.get(i));
        }
        Acting acting = new Acting(addressing);
        verdicts = new Verdict[kinds.size() * kinds.size()];
        // Whole predictions of a million pairs of kinds would not fit into memory.
        Map<Verdict, Verdict> shared = new HashMap<>();
        for (int from = 0; from < kinds.size(); from++) {
            for (int to = 0; to < kinds.size(); to++) {
                if (pairs(from, to) > 0) {
                    Prediction prediction = from == to ? first(from, to) : acting.predict(from, to);
                    Verdict verdict = new Verdict(prediction.outcome(), prediction.isRespondOnly());
                    verdicts[from * kinds.size() + to] = shared.computeIfAbsent(verdict, same -> same);
                }
            }
        }
    }

    /** Predicts all pairs. */
    public static PredictionMatrix of(List<Host> hosts, Service service) {
        return new PredictionMatrix(hosts, service);
    }

    private Flow flow(Host from, Host to) {
        return new Flow(from.address(), to.address(), service.protocol(), -1, service.port());
    }

    /** Of the first hosts of two kinds; of the first two of one kind. */
    private Prediction first(int from, int to) {
        return predict(kinds.get(from).get(0), kinds.get(to).get(from == to ? 1 : 0));
    }

    private Prediction predict(Host from, Host to) {
        return Predictor.predict(from.policy(), to.policy(), flow(from, to));
    }

    /** Which rules of the first host of each kind act; the same for all peers whose addresses no filter tells apart. */
    private final class Acting {
        private record Key(int kind, HostKind.Addressing peer, Side side, boolean isReply) {}

        private final List<HostKind.Addressing> addressing;
        private final Map<Key, Effective> known = new HashMap<>();

        Acting(List<HostKind.Addressing> addressing) {
            this.addressing = addressing;
        }

        Prediction predict(int from, int to) {
            Host one = kinds.get(from).get(0);
            Host other = kinds.get(to).get(0);
            Flow there = flow(one, other);
            Flow back = there.reverse();
            return new Prediction(
                    Run.predict(
                            one.policy(),
                            other.policy(),
                            there,
                            of(from, to, Side.SOURCE, there, false),
                            of(to, from, Side.DESTINATION, there, false)),
                    Run.predict(
                            other.policy(),
                            one.policy(),
                            back,
                            of(to, from, Side.SOURCE, back, true),
                            of(from, to, Side.DESTINATION, back, true)));
        }

        private Effective of(int kind, int peer, Side side, Flow flow, boolean isReply) {
            return known.computeIfAbsent(
                    new Key(kind, addressing.get(peer), side, isReply),
                    any -> EffectiveRules.of(kinds.get(kind).get(0).policy(), flow, side));
        }
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

    /** What pairs of two kinds come to; null where there is no pair. Takes no time. */
    public @Nullable Verdict verdict(int from, int to) {
        return verdicts[from * kinds.size() + to];
    }

    /**
     * The prediction for two hosts of two kinds, with the names and addresses of the first ones; null where there is no pair. Is made
     * anew each time.
     */
    public @Nullable Prediction cell(int from, int to) {
        return verdict(from, to) == null ? null : first(from, to);
    }

    /** The prediction for two different hosts, with their own names and addresses. */
    public Prediction trace(int from, int to) {
        return predict(hosts.get(from), hosts.get(to));
    }

    /** How many ordered pairs of different hosts come to each outcome; those that none comes to are left out. */
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
