package org.ipsecworkbench.lab.model;

/**
 * A method by which computers prove to one another who they are.
 *
 * @param value the root authority's name for certificates, the key for pre-shared keys, else empty
 */
public record Authentication(Kind kind, String value) {

    /** The kinds of methods, with the number of their text in events (msobjs.dll). */
    public enum Kind {
        KERBEROS("ComputerKerb", "%%8192"),
        CERTIFICATE("ComputerCert", "%%8227"),
        PRESHARED_KEY("ComputerPSK", "%%8193");

        private final String label;
        private final String event;

        Kind(String label, String event) {
            this.label = label;
            this.event = event;
        }

        /** The name that netsh advfirewall prints. */
        public String label() {
            return label;
        }

        public String event() {
            return event;
        }
    }

    public static final Authentication KERBEROS = new Authentication(Kind.KERBEROS, "");

    /** Never the key. */
    @Override
    public String toString() {
        return kind.label() + (kind == Kind.CERTIFICATE ? " " + value : "");
    }
}
