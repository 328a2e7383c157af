package org.ipsecworkbench.hostconnection.wsman;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * A message of SOAP as WS-Management uses it: what it asks for or answers, and its body. Immutable.
 *
 * @param header the element {@code Header}
 * @param body the element {@code Body}
 */
public record Envelope(Element header, Element body) {

    /** Reads a message; what it says is not judged here. */
    public static Envelope read(byte[] document) throws MalformedException {
        Element root = XmlText.read(document);
        Optional<Element> body = root.child(Names.SOAP, "Body");
        if (!root.is(Names.SOAP, "Envelope") || body.isEmpty()) {
            throw new MalformedException("The answer is XML, but no message of SOAP 1.2.");
        }
        return new Envelope(root.child(Names.SOAP, "Header").orElse(Element.of(Names.SOAP, "Header")), body.get());
    }

    /** The document in UTF-8. */
    public byte[] toBytes() {
        return XmlText.write(Element.of(Names.SOAP, "Envelope", header, body));
    }

    /** What is asked for or answered, a URI; empty where it does not say. */
    public String action() {
        return header.childText(Names.ADDRESSING, "Action");
    }

    /** The name of this message, by which an answer refers to it; empty where it has none. */
    public String messageId() {
        return header.childText(Names.ADDRESSING, "MessageID");
    }

    /** The {@link #messageId} of the request that this answers. */
    public String relatesTo() {
        return header.childText(Names.ADDRESSING, "RelatesTo");
    }

    /** What is asked, a URI such as {@link Names#SHELL_RESOURCE}; empty where it does not say. */
    public String resource() {
        return header.childText(Names.WSMAN, "ResourceURI");
    }

    /** What the request is about, such as {@code ShellId}; empty where it does not say. */
    public String selector(String name) {
        return header.child(Names.WSMAN, "SelectorSet").stream()
                .flatMap(set -> set.children(Names.WSMAN, "Selector").stream())
                .filter(selector -> selector.attribute("Name").equals(name))
                .map(selector -> selector.text().strip())
                .findFirst()
                .orElse("");
    }

    /** The options by name, in their order. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        header.child(Names.WSMAN, "OptionSet")
                .ifPresent(set -> set.children(Names.WSMAN, "Option")
                        .forEach(option -> options.put(
                                option.attribute("Name"), option.text().strip())));
        return options;
    }

    /** What is in the body of that name. */
    public Optional<Element> content(String namespace, String name) {
        return body.child(namespace, name);
    }
}
