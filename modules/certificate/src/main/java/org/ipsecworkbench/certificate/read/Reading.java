package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.OcspAnswer;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;

/** What the readers find in the sources of one host, inside its limits. For one thread. */
public final class Reading {
    private final CertificateLimits limits;
    private final ProblemLog problems;
    private final List<StoredCertificate> stored = new ArrayList<>();
    private final List<ChainReport> chains = new ArrayList<>();
    private final List<RevocationList> lists = new ArrayList<>();
    private final List<OcspAnswer> answers = new ArrayList<>();
    private final Set<String> cached = new LinkedHashSet<>();
    private StrongCrlCheck strictness = StrongCrlCheck.UNKNOWN;
    private String file = "";
    private boolean isFull;
    private int problemCount;
    private boolean isKnown;

    /** Nothing yet. */
    public Reading(CertificateLimits limits) {
        this.limits = limits;
        this.problems = new ProblemLog(limits.maxProblems());
    }

    /** What follows is from this source. */
    public void file(String name) {
        file = name;
        isKnown = false;
    }

    /** The source is a listing of certificates, also where it lists none. */
    void known() {
        isKnown = true;
    }

    /** Whether the source was told to be a listing of certificates, though it may list none. */
    public boolean isKnown() {
        return isKnown;
    }

    CertificateLimits limits() {
        return limits;
    }

    String file() {
        return file;
    }

    /** A place in the source, for people. */
    String at(int line) {
        return line == 0 ? file : file + ", line " + line;
    }

    /** How many things were found, to tell whether a source had any. */
    public int size() {
        return stored.size()
                + chains.size()
                + lists.size()
                + answers.size()
                + cached.size()
                + (strictness == StrongCrlCheck.UNKNOWN ? 0 : 1);
    }

    int certificates() {
        return stored.size();
    }

    void add(StoredCertificate certificate) {
        if (hasRoom()) {
            stored.add(certificate);
        }
    }

    /** Puts another in the place of the last certificate. */
    void replaceLast(StoredCertificate certificate) {
        stored.set(stored.size() - 1, certificate);
    }

    StoredCertificate last() {
        return stored.get(stored.size() - 1);
    }

    void add(ChainReport chain) {
        if (hasRoom()) {
            chains.add(chain);
        }
    }

    void add(RevocationList list) {
        if (hasRoom()) {
            lists.add(list);
        }
    }

    void add(OcspAnswer answer) {
        if (hasRoom()) {
            answers.add(answer);
        }
    }

    void cached(String url) {
        if (hasRoom()) {
            cached.add(cut(url));
        }
    }

    /** What was read last counts. */
    void strictness(StrongCrlCheck found) {
        if (found != StrongCrlCheck.UNKNOWN) {
            strictness = found;
        }
    }

    /** How many problems were noted. */
    public int problemCount() {
        return problemCount;
    }

    /** Notes something that could not be read. */
    public void problem(String where, String what) {
        problemCount++;
        problems.add(where, what);
    }

    String cut(String text) {
        return text.length() <= limits.maxText() ? text : text.substring(0, limits.maxText());
    }

    /** Whether there is room for one more; says so once where there is none. */
    private boolean hasRoom() {
        int size = stored.size() + chains.size() + lists.size() + answers.size() + cached.size();
        if (size < limits.maxCertificates()) {
            return true;
        }
        if (!isFull) {
            isFull = true;
            problem(
                    file,
                    "There are more than " + limits.maxCertificates() + " certificates; the others were left out.");
        }
        return false;
    }

    /** All that was found. */
    public HostCertificates result(String host) {
        return new HostCertificates(
                host, stored, chains, lists, answers, List.copyOf(cached), strictness, problems.problems());
    }
}
