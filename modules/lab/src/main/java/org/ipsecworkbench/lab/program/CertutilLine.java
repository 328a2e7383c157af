package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * The arguments of {@code certutil}: options begin with a dash or a slash, and one of them is what to do.
 *
 * @param verb in lower case, {@code dump} where none is given
 * @param options in lower case, without the verb
 * @param operands the rest, in their order
 */
record CertutilLine(String verb, Set<String> options, List<String> operands) {
    private static final Set<String> VERBS =
            Set.of("dump", "encode", "hashfile", "pulse", "store", "urlcache", "verify");

    /** Options that take the next argument. */
    private static final Set<String> VALUED = Set.of("config", "csp", "dc", "p", "t");

    static CertutilLine of(Call call) {
        String verb = "";
        Set<String> options = new HashSet<>();
        List<String> operands = new ArrayList<>();
        List<String> all = call.arguments();
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            if (!argument.startsWith("-") && !argument.startsWith("/")) {
                operands.add(argument);
                continue;
            }
            String name = argument.substring(1).toLowerCase(Locale.ROOT);
            if (verb.isEmpty() && VERBS.contains(name)) {
                verb = name;
            } else if (VALUED.contains(name)) {
                i++;
            } else {
                options.add(name);
            }
        }
        return new CertutilLine(verb.isEmpty() ? "dump" : verb, options, operands);
    }

    /** The operand at this place, or the empty text. */
    String operand(int index) {
        return index < operands.size() ? operands.get(index) : "";
    }

    boolean has(String option) {
        return options.contains(option);
    }

    /** Whether everything is to be told. */
    boolean isVerbose() {
        return has("v");
    }

    /** What is in the stores that the options are about: those of the computer unless they say otherwise. */
    List<StoredCertificate> certificates(WindowsHost host) {
        if (has("user")) {
            return host.userCertificates();
        }
        if (has("enterprise")) {
            return List.of(new StoredCertificate(
                    "Root", host.network().domain().authority().root(), false, ""));
        }
        // Nothing of this network is in the stores of services, nor comes to stores by group policy.
        return has("service") || has("grouppolicy") ? List.of() : host.certificates();
    }
}
