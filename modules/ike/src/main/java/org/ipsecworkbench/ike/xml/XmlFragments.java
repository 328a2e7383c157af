package org.ipsecworkbench.ike.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;

/** Reads XML in pieces: memory does not grow with the file. No entity, document type or other file is read. */
public final class XmlFragments {
    private static final int ROOT_DEPTH = 1;

    private final EventLimits limits;
    private final ProblemLog problems;
    private final XmlSink sink;
    private final Set<String> names = new HashSet<>();

    private XmlFragments(EventLimits limits, ProblemLog problems, XmlSink sink) {
        this.limits = limits;
        this.problems = problems;
        this.sink = sink;
    }

    /**
     * Hands on all elements up to the end, or to what is not XML: that is a problem, and what was before it is kept.
     *
     * @throws IOException if the input cannot be read
     */
    public static void read(Reader in, EventLimits limits, ProblemLog problems, XmlSink sink) throws IOException {
        FragmentReader fragments = new FragmentReader(in, limits.maxMarkup());
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(fragments);
            new XmlFragments(limits, problems, sink).read(xml);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException failed
                    && !(failed instanceof FragmentReader.TooLongException)) {
                throw failed;
            }
            problems.add(place(e), "The XML ends or is damaged here; what follows was not read.");
        }
        if (fragments.stray() > 0) {
            problems.add(
                    "file",
                    "The file begins inside something: " + fragments.stray() + " closing tags have no beginning.");
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? "file"
                : "line " + Math.max(1, e.getLocation().getLineNumber());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > limits.maxDepth() || !isKnown(xml)) {
                        problems.add(
                                "line " + xml.getLocation().getLineNumber(),
                                "Elements lie too deep inside each other, or have too many names; what follows was not read.");
                        return;
                    }
                    if (depth > ROOT_DEPTH) {
                        sink.start(
                                name(xml.getLocalName()),
                                attributes(xml),
                                xml.getLocation().getLineNumber());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth > ROOT_DEPTH) {
                        sink.end(name(xml.getLocalName()));
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> sink.text(xml.getText());
                default -> {}
            }
        }
    }

    /** The parser keeps every name for good. */
    private boolean isKnown(XMLStreamReader xml) {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        return names.size() <= limits.maxNames();
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        if (xml.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(name(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** Prefixes need not be declared in a part of a file. */
    private static String name(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}
