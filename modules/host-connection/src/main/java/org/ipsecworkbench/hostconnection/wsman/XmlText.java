package org.ipsecworkbench.hostconnection.wsman;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes documents of SOAP. No document type, entity or other file is read; depth and number of elements have
 * limits, and the size is that of the body they came in.
 */
public final class XmlText {
    /** The deepest that elements nest; messages of WinRM stay below 12. */
    public static final int MAX_DEPTH = 40;

    /** The most elements of a message; the largest envelope of Windows holds some 6,000 pieces of output. */
    public static final int MAX_ELEMENTS = 50_000;

    private static final XMLInputFactory FACTORY = factory();

    private XmlText() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No other document is read.");
        });
        return factory;
    }

    /** The root element of a document. */
    public static Element read(byte[] document) throws MalformedException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser also throws unchecked for some broken documents.
            throw broken(e);
        }
    }

    private static MalformedException broken(Exception e) {
        MalformedException malformed = new MalformedException("The answer is not XML as WinRM sends it.");
        malformed.initCause(e);
        return malformed;
    }

    /** What is gathered of an element that has not ended. */
    private record Open(
            String namespace, String name, Map<String, String> attributes, StringBuilder text, List<Element> children) {
        Element close() {
            return new Element(namespace, name, attributes, text.toString(), children);
        }
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException, MalformedException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                        throw new MalformedException("A message has too many elements, or too deep ones.");
                    }
                    open.push(start(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element ended = open.pop().close();
                    if (open.isEmpty()) {
                        return ended;
                    }
                    open.element().children().add(ended);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedException("A message has a document type or an entity, which SOAP forbids.");
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        throw new MalformedException("A message ends before its root element.");
    }

    private static Open start(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = Names.PREFIXES.get(orEmpty(reader.getAttributeNamespace(i)));
            String name = reader.getAttributeLocalName(i);
            attributes.put(prefix == null ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return new Open(
                orEmpty(reader.getNamespaceURI()),
                reader.getLocalName(),
                attributes,
                new StringBuilder(),
                new ArrayList<>());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A document of this element, in UTF-8. Its names have to be of the namespaces of {@link Names}. */
    public static byte[] write(Element root) {
        StringBuilder out = new StringBuilder();
        write(root, out, true);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Element element, StringBuilder out, boolean isRoot) {
        String prefix = Names.PREFIXES.get(element.namespace());
        if (prefix == null) {
            throw new IllegalArgumentException("no prefix for " + element.namespace());
        }
        String name = prefix + ":" + element.name();
        out.append('<').append(name);
        if (isRoot) {
            Names.DECLARED.forEach(namespace -> declare(namespace, out));
        }
        if (!Names.DECLARED.contains(element.namespace())) {
            declare(element.namespace(), out);
        }
        element.attributes().forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value, out);
            out.append('"');
        });
        if (element.text().isEmpty() && element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        escape(element.text(), out);
        element.children().forEach(child -> write(child, out, false));
        out.append("</").append(name).append('>');
    }

    private static void declare(String namespace, StringBuilder out) {
        out.append(" xmlns:")
                .append(Names.PREFIXES.get(namespace))
                .append("=\"")
                .append(namespace)
                .append('"');
    }

    /** Control characters, which XML cannot carry at all, become U+FFFD. */
    private static void escape(String text, StringBuilder out) {
        int c;
        for (int at = 0; at < text.length(); at += Character.charCount(c)) {
            c = text.codePointAt(at);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
            }
        }
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
    }
}
