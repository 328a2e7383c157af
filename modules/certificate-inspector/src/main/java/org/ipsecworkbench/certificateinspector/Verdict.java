package org.ipsecworkbench.certificateinspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.OcspAnswer;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;

/**
 * What is to be said of all hosts first: which certificate IKE picks, or how many hosts have none.
 *
 * @param words in a few words
 * @param why a sentence each
 */
record Verdict(Mark mark, String words, List<String> why) {
    /** Hosts that are named; more are counted. */
    private static final int MAX_NAMED = 5;

    /** Copies the list. */
    Verdict {
        why = List.copyOf(why);
    }

    static Verdict of(List<JudgedHost> hosts) {
        List<JudgedHost> owners = hosts.stream()
                .filter(host -> !host.selection().candidates().isEmpty())
                .toList();
        if (owners.isEmpty()) {
            return new Verdict(Mark.NOT_COUNTED, "No certificate of an owner", lists(hosts));
        }
        return hosts.size() == 1 ? ofOne(owners.get(0)) : ofMany(owners);
    }

    /** What revocation lists and answers of OCSP say, where there is nothing else. */
    private static List<String> lists(List<JudgedHost> hosts) {
        List<String> why = new ArrayList<>();
        for (JudgedHost host : hosts) {
            for (RevocationList list : host.certificates().lists()) {
                Moment next = list.nextUpdate();
                why.add("Revocation list of " + DistinguishedNames.label(list.issuer()) + ": "
                        + Formats.count(list.revoked().size(), "certificate", "certificates") + " revoked"
                        + (next == null ? "" : ", next update " + next.label()) + ".");
            }
            for (OcspAnswer answer : host.certificates().answers()) {
                why.add("OCSP answer about serial number " + answer.serial() + ": "
                        + answer.state().name().toLowerCase(Locale.ROOT) + " since "
                        + answer.thisUpdate().label() + ".");
            }
        }
        if (why.isEmpty()) {
            return List.of("What was read are authorities, so there is nothing for IKE to pick.");
        }
        return why.subList(0, Math.min(MAX_NAMED, why.size()));
    }

    private static Verdict ofOne(JudgedHost host) {
        Fitness picked = host.selection().picked();
        if (picked == null) {
            return without(host, host.selection().candidates().get(0));
        }
        String name = picked.certificate().facts().label();
        return new Verdict(
                FitnessWords.mark(picked.standing()),
                (host.selection().isCertain() ? "IKE picks " : "IKE probably picks ")
                        + Formats.abbreviate(name, 80)
                        + (picked.standing() == Standing.UNKNOWN
                                ? ": fitness unknown"
                                : ": " + picked.standing().label()),
                List.of(host.selection().why(picked)));
    }

    /** What is nearest to be used is in the wrong place, or unfit for another reason. */
    private static Verdict without(JudgedHost host, Fitness nearest) {
        String name = nearest.certificate().facts().label();
        FitnessWords words = FitnessWords.of(nearest, true);
        if (words.mark() != Mark.NOT_COUNTED) {
            String why = "Nearest to it is " + name + ": " + host.selection().why(nearest);
            return new Verdict(Mark.FAILED, "IKE has no certificate to use", List.of(why));
        }
        List<String> why = nearest.results().stream()
                .filter(result -> result.standing() != Standing.MET)
                .map(Result::why)
                .limit(MAX_NAMED)
                .toList();
        return new Verdict(Mark.NOT_COUNTED, Formats.abbreviate(name, 80) + " is " + words.words(), why);
    }

    private static Verdict ofMany(List<JudgedHost> hosts) {
        List<JudgedHost> without =
                hosts.stream().filter(host -> host.selection().picked() == null).toList();
        List<JudgedHost> doubtful = hosts.stream()
                .filter(host -> {
                    Fitness picked = host.selection().picked();
                    return picked != null && picked.standing() != Standing.MET;
                })
                .toList();
        List<String> why = new ArrayList<>();
        without.stream()
                .limit(MAX_NAMED)
                .forEach(host -> why.add(
                        host.certificates().name() + ": " + ofOne(host).why().get(0)));
        doubtful.stream()
                .limit(MAX_NAMED)
                .forEach(host -> why.add(
                        host.certificates().name() + ": " + ofOne(host).why().get(0)));
        int named = Math.min(MAX_NAMED, without.size()) + Math.min(MAX_NAMED, doubtful.size());
        if (without.size() + doubtful.size() > named) {
            why.add("and " + (without.size() + doubtful.size() - named) + " more");
        }
        if (!without.isEmpty()) {
            return new Verdict(
                    Mark.FAILED,
                    Formats.count(without.size()) + " of " + Formats.count(hosts.size(), "host", "hosts")
                            + (without.size() == 1 ? " has" : " have") + " no certificate that IKE can use",
                    why);
        }
        return doubtful.isEmpty()
                ? new Verdict(Mark.SUCCEEDED, "IKE of each host has a certificate that is fit", why)
                : new Verdict(
                        Mark.ATTENTION,
                        "IKE of each host has a certificate, with doubts at " + doubtful.size() + " of " + hosts.size(),
                        why);
    }
}
