package org.ipsecworkbench.diagnosis;

import java.util.List;

/**
 * One thing that is not the same in two sessions.
 *
 * @param topic what it is about
 * @param trend which way it went
 * @param hosts of which hosts, or the addresses of a pair; empty for the whole case
 * @param statement what changed, one sentence for people without its full stop
 * @param before what it was, with its place; empty where there is nothing to say
 * @param after what it is, likewise
 */
public record SessionChange(
        Topic topic, Trend trend, List<String> hosts, String statement, String before, String after) {
    /** Copies the list. */
    public SessionChange {
        hosts = List.copyOf(hosts);
    }

    /** What a change is about: first what users notice, then what may have caused it. */
    public enum Topic {
        CAUSE("cause", "Diagnosis"),
        TRAFFIC("traffic", "Traffic"),
        NEGOTIATION("negotiation", "Negotiations"),
        FINDING("finding", "Finding"),
        POLICY("policy", "Policy"),
        CERTIFICATE("certificate", "Certificates"),
        SERVICE("service", "Service"),
        HOST("host", "Host"),
        EVIDENCE("evidence", "Evidence");

        private final String key;
        private final String label;

        Topic(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** The name in the JSON schema {@code ipsecwb/session-comparison/1}; never changes. */
        public String key() {
            return key;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Which way a change went, what needs attention first. */
    public enum Trend {
        WORSE("worse", "Worse"),
        /** For better or worse: what may have caused the rest. */
        DIFFERENT("different", "Different"),
        BETTER("better", "Better"),
        /** What one session tells and the other does not, which tells of the collecting and not of the hosts. */
        COLLECTED("collected", "Collected");

        private final String key;
        private final String label;

        Trend(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** The name in the JSON schema {@code ipsecwb/session-comparison/1}; never changes. */
        public String key() {
            return key;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }
}
