package org.ipsecworkbench.lab.model;

/** A keying module, with the number of its text in events (msobjs.dll). */
public enum KeyModule {
    IKEV1("IKEv1", "%%8222"),
    AUTHIP("AuthIP", "%%8223");

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
}
