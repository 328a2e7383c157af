package org.ipsecworkbench.certificate;

/**
 * One attempt of a host to fetch something for a chain, as {@code certutil -verify -urlfetch} tells it.
 *
 * @param kind what was fetched
 * @param url from where; empty where no address was there
 * @param outcome what came of it
 * @param code error of Windows (HRESULT); 0 where there is none
 * @param codeName such as {@code WinHttp: 12002 ERROR_WINHTTP_TIMEOUT}; empty where there is none
 * @param place where it stands, for people
 */
public record Retrieval(Kind kind, String url, Outcome outcome, int code, String codeName, String place) {
    /** What is fetched. */
    public enum Kind {
        ISSUER("issuer certificate"),
        REVOCATION_LIST("revocation list"),
        OCSP("OCSP answer"),
        OTHER("object");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** What came of it. */
    public enum Outcome {
        /** It came. */
        FETCHED,
        /** It did not come. */
        FAILED,
        /** The certificate names no address. */
        NO_ADDRESS
    }

    /** Whether revocation hangs on it. */
    public boolean isForRevocation() {
        return kind == Kind.REVOCATION_LIST || kind == Kind.OCSP;
    }
}
