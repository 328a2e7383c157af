package org.ipsecworkbench.hostconnection.wsman;

import java.util.Optional;

/**
 * A refusal by the host. Its code says what it is; texts are in the host's language.
 *
 * @param code of {@code WSManFault} or, where that is missing, 0
 * @param subcode of SOAP, such as {@code AccessDenied}, without its prefix
 * @param text what the host says, for people
 */
public record Fault(long code, String subcode, String text) {
    private static final int MAX_TEXT = 600;
    private static final int MAX_DIGITS = 10;

    /** The fault that a message is, if it is one. */
    public static Optional<Fault> of(Envelope envelope) {
        return envelope.content(Names.SOAP, "Fault").map(Fault::read);
    }

    private static Fault read(Element fault) {
        Optional<Element> detail = fault.find(Names.FAULT, "WSManFault");
        String reason = fault.child(Names.SOAP, "Reason").map(Element::allText).orElse("");
        String message = detail.map(Element::allText).orElse("");
        String text =
                (message.isEmpty() ? reason : message).replaceAll("\\s+", " ").strip();
        return new Fault(
                detail.map(element -> number(element.attribute("Code"))).orElse(0L),
                fault.child(Names.SOAP, "Code")
                        .flatMap(code -> code.child(Names.SOAP, "Subcode"))
                        .map(subcode -> subcode.childText(Names.SOAP, "Value"))
                        .map(value -> value.substring(value.indexOf(':') + 1))
                        .orElse(""),
                text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    }

    private static long number(String code) {
        boolean isNumber =
                !code.isEmpty() && code.length() <= MAX_DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(code) : 0;
    }
}
