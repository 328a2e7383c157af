package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Transcript;

/**
 * Whether Kerberos finds the computer by its name: a peer asks for a ticket to {@code HOST/name}, and the domain controller has to
 * know whose that is. {@code setspn} came with Windows Server 2008; its lines of names are not translated.
 */
final class Principals {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,63}");
    private static final Pattern PRINCIPAL = Pattern.compile("(?m)^\\s+([\\w.-]{1,40})/(\\S{1,255})\\s*$");

    private Principals() {}

    static Optional<Need> need(HostEvidence host) {
        boolean hasSetspn = Needs.platform(host).filter(one -> !one.isLegacy()).isPresent();
        return hasSetspn ? name(host).map(Commands::servicePrincipals) : Optional.empty();
    }

    private static Optional<String> name(HostEvidence host) {
        return host.answer(Commands.NAME)
                .map(answer -> answer.outputText().strip())
                .filter(text -> NAME.matcher(text).matches());
    }

    static Optional<Finding> examine(HostFacts host) {
        Optional<String> name = name(host.evidence());
        Optional<Transcript> answer = need(host.evidence())
                .flatMap(need -> host.evidence().answer(need))
                .filter(one -> one.ending().exitCode().orElse(1) == 0);
        if (name.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        String wanted = name.get().toLowerCase(Locale.ROOT);
        // Without any name at all the answer was no list.
        List<String> hosts = PRINCIPAL
                .matcher(answer.get().outputText())
                .results()
                .map(one -> one.group(1).toLowerCase(Locale.ROOT) + "/"
                        + one.group(2).toLowerCase(Locale.ROOT))
                .toList();
        boolean isThere =
                hosts.stream().anyMatch(one -> one.equals("host/" + wanted) || one.startsWith("host/" + wanted + "."));
        return hosts.isEmpty() || isThere ? Optional.empty() : Optional.of(missing(host, name.get()));
    }

    private static Finding missing(HostFacts host, String name) {
        List<Remedy> remedy = Remedy.draft(
                        "register-name/" + host.name(),
                        "",
                        "Register HOST/" + name + ", as an administrator of the domain",
                        Remedy.Risk.MEDIUM,
                        "Only if no other account has it: setspn refuses that, and two would break Kerberos for both.")
                .run("setspn", "-S", "HOST/" + name, name)
                .undo("setspn", "-D", "HOST/" + name, name)
                .done();
        return Finding.of(
                        "principal-missing",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.85,
                        "The domain does not know HOST/" + name + ", so that no peer gets a ticket for " + host.name(),
                        List.of(Evidence.whole(
                                host.name(), Commands.servicePrincipals(name), "no HOST/" + name + " in the list")),
                        "HOST/" + name + " in the list.")
                .remedied("register the name", remedy);
    }
}
