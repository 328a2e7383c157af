package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.HostEvidence;

/**
 * The domain controller that a host uses, by {@code nltest /dsgetdc:}, which is not translated.
 *
 * @param name of the controller
 * @param address IPv4 or IPv6
 * @param domain name of the domain
 */
record DomainController(String name, String address, String domain) {
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*DC:\\s*\\\\\\\\([\\w.-]{1,255})\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\s*Address:\\s*\\\\\\\\([0-9a-fA-F.:]{2,45})\\s*$");
    private static final Pattern DOMAIN = Pattern.compile("(?m)^\\s*Dom Name:\\s*([\\w.-]{1,255})\\s*$");

    /** Empty where the host was not asked, or found none. */
    static Optional<DomainController> read(HostEvidence host) {
        return host.answer(Commands.DOMAIN_CONTROLLER).flatMap(answer -> {
            Matcher name = NAME.matcher(answer.outputText());
            Matcher address = ADDRESS.matcher(answer.outputText());
            Matcher domain = DOMAIN.matcher(answer.outputText());
            return name.find() && address.find() && domain.find()
                    ? Optional.of(new DomainController(name.group(1), address.group(1), domain.group(1)))
                    : Optional.empty();
        });
    }

    /** The domain as Kerberos names it. */
    String realm() {
        return domain.toUpperCase(Locale.ROOT);
    }

    Evidence evidence(String host) {
        return Evidence.whole(host, Commands.DOMAIN_CONTROLLER, name + ", " + address);
    }
}
