package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;

/** Whether the domain accepts the account of a computer: by the error of its ticket, and by its secure channel. */
final class Account {
    /** STATUS_ACCOUNT_DISABLED, as which Windows tells that the KDC revoked a client (RFC 4120, error 18). */
    private static final Pattern DISABLED = Pattern.compile("(?i)0xc0000072");

    private static final Pattern STATUS = Pattern.compile("(?i)\\bStatus\\s*=\\s*(\\d{1,10})\\s+0x[0-9a-f]+\\s*(\\S*)");

    private Account() {}

    static Optional<Finding> examine(HostFacts host, DomainController controller) {
        Need ticket = Commands.ticket(controller.realm());
        boolean isDisabled = host.evidence()
                .answer(ticket)
                .filter(answer -> DISABLED.matcher(answer.outputText() + answer.errorText())
                        .find())
                .isPresent();
        Need channel = Commands.secureChannel(controller.domain());
        Optional<String> broken = host.evidence()
                .answer(channel)
                .map(answer -> STATUS.matcher(answer.outputText() + answer.errorText()))
                .map(Account::failure)
                .filter(text -> !text.isEmpty());
        if (isDisabled) {
            return Optional.of(disabled(host, ticket, channel, broken));
        }
        return broken.map(text -> channel(host, controller, channel, text));
    }

    /** The first status that is no success, with its name. */
    private static String failure(Matcher status) {
        while (status.find()) {
            if (Long.parseLong(status.group(1)) != 0) {
                return status.group(1) + " " + status.group(2);
            }
        }
        return "";
    }

    private static Finding disabled(HostFacts host, Need ticket, Need channel, Optional<String> broken) {
        Evidence first = Evidence.whole(host.name(), ticket, "0xc0000072, the account is disabled");
        String account = "-Identity '" + host.name().replace("'", "''") + "$'";
        List<Remedy> remedy = Remedy.draft(
                        "enable-account/" + host.name(),
                        "",
                        "Enable the computer account, on a domain controller",
                        Remedy.Risk.MEDIUM,
                        "Somebody disabled it: ask why before.")
                .run("powershell", "-Command", "Enable-ADAccount " + account)
                .undo("powershell", "-Command", "Disable-ADAccount " + account)
                .done();
        return Finding.of(
                        "account-disabled",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.95,
                        "The computer account of " + host.name() + " is disabled",
                        broken.map(text -> List.of(first, Evidence.whole(host.name(), channel, text)))
                                .orElse(List.of(first)),
                        "A ticket for the computer.")
                .remedied("enable it", remedy);
    }

    private static Finding channel(HostFacts host, DomainController controller, Need channel, String text) {
        List<Remedy> remedy = Remedy.draft(
                        "secure-channel/" + host.name(),
                        host.name(),
                        "Make the secure channel of " + host.name() + " anew",
                        Remedy.Risk.MEDIUM,
                        "Sessions with the domain may drop. Do not reset the account in the directory: that cuts the host"
                                + " off.")
                .run("nltest", "/sc_reset:" + controller.domain())
                .done();
        return Finding.of(
                        "secure-channel-broken",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.85,
                        "The domain does not accept the account of " + host.name(),
                        List.of(Evidence.whole(host.name(), channel, text)),
                        "A status of 0.")
                .remedied("see whether the account is enabled, then make the secure channel anew", remedy);
    }
}
