package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a check found.
 *
 * @param key what was found, by which {@code causes.tsv} ranks it, such as {@code service-stopped}; never changes
 * @param hosts of which hosts: one, or the two of a pair
 * @param verdict how it came out
 * @param confidence from 0 to 1, how sure that is
 * @param statement what was found, one sentence for people
 * @param remedyInWords what to do about it, a clause without a full stop; empty where nothing is to be done
 * @param evidence where it can be seen; never empty for what is OK, needs attention or failed
 * @param wouldChange what would change the verdict, one sentence
 * @param remedies what may help
 */
public record Finding(
        String key,
        List<String> hosts,
        Verdict verdict,
        double confidence,
        String statement,
        String remedyInWords,
        List<Evidence> evidence,
        String wouldChange,
        List<Remedy> remedies) {
    /** Copies the lists. */
    public Finding {
        hosts = List.copyOf(hosts);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    /** A finding of one host or a pair that nothing has to be done about. */
    public static Finding of(
            String key,
            List<String> hosts,
            Verdict verdict,
            double confidence,
            String statement,
            List<Evidence> evidence,
            String wouldChange) {
        return new Finding(key, hosts, verdict, confidence, statement, "", evidence, wouldChange, List.of());
    }

    /** The same with what to do about it, by hand. */
    public Finding remedied(String inWords) {
        return remedied(inWords, List.of());
    }

    /** The same with what to do about it. */
    public Finding remedied(String inWords, List<Remedy> more) {
        List<Remedy> all = new ArrayList<>(remedies);
        all.addAll(more);
        return new Finding(key, hosts, verdict, confidence, statement, inWords, evidence, wouldChange, all);
    }

    /** Whether it is about a host. */
    public boolean isOf(String host) {
        return hosts.contains(host);
    }
}
