package org.ipsecworkbench.lab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A keying module, with the number of its text in events (msobjs.dll). */
public enum KeyModule {
    IKEV1("IKEv1", "%%8222"),
    AUTHIP("AuthIP", "%%8223"),
    /** For connection security rules from Windows Server 2012 on that ask for it; it knows no Kerberos. */
    IKEV2("IKEv2", "%%8244");

    /** What rules use that name none. */
    public static final List<KeyModule> DEFAULT = List.of(IKEV1, AUTHIP);

    private final String label;
    private final String event;

    KeyModule(String label, String event) {
        this.label = label;
        this.event = event;
    }

    public String label() {
        return label;
    }

    public String event() {
        return event;
    }

    /** The modules of a rule as PowerShell names them. */
    public static String label(List<KeyModule> modules) {
        return modules.equals(DEFAULT)
                ? "Default"
                : modules.stream().map(KeyModule::label).collect(Collectors.joining(", "));
    }

    /**
     * Reads such names, in any case.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public static List<KeyModule> parse(String text) {
        if (text.equalsIgnoreCase("default")) {
            return DEFAULT;
        }
        List<KeyModule> modules = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            modules.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return List.copyOf(modules);
    }
}
