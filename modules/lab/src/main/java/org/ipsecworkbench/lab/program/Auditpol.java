package org.ipsecworkbench.lab.program;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code auditpol}: whether negotiations are audited, as a table of commas. Format unverified. */
final class Auditpol implements Program {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("0CCE9218-69AE-11D9-BED3-505054503030", "IPsec Main Mode");
        NAMES.put("0CCE9219-69AE-11D9-BED3-505054503030", "IPsec Quick Mode");
        NAMES.put("0CCE921A-69AE-11D9-BED3-505054503030", "IPsec Extended Mode");
        NAMES.put("0CCE9213-69AE-11D9-BED3-505054503030", "IPsec Driver");
    }

    @Override
    public int run(Call call) {
        String of = call.option("/subcategory:");
        String wanted = of == null ? "" : of.toUpperCase(Locale.ROOT);
        if (call.has("/set")) {
            String success = call.option("/success:");
            String failure = call.option("/failure:");
            call.host().setAudited("enable".equalsIgnoreCase(success) || "enable".equalsIgnoreCase(failure));
            call.out().say("The command was successfully executed.");
            return 0;
        }
        if (!call.has("/get")) {
            call.err().say("Error 0x00000057 occurred:");
            call.err().say("The parameter is incorrect.");
            return 87;
        }
        call.out().line("Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting");
        NAMES.forEach((guid, name) -> {
            if (wanted.isEmpty() || wanted.contains(guid) || wanted.contains(name.toUpperCase(Locale.ROOT))) {
                call.out()
                        .line(call.host().name() + ",System,"
                                + Words.of(call.host().language(), name) + ",{" + guid + "},"
                                + Words.of(
                                        call.host().language(),
                                        call.host().isAudited() ? "Success and Failure" : "No Auditing")
                                + ",");
            }
        });
        return 0;
    }
}
