package org.ipsecworkbench.policy.read;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.table.Algorithms;
import org.ipsecworkbench.policy.table.Algorithms.Use;

/**
 * Reads the provider contexts of IPsec from {@code netsh wfp show state}, the policies that the key modules really have, and the
 * filters that lead to them, from there or from {@code netsh wfp show filters}. They are listed and take no part in
 * predictions: no real filter of IPsec was at hand to tell what its conditions look like.
 */
final class PlatformReader {
    /** A value inside a context, with the names of the elements around it. */
    private record Leaf(String path, String value, int line) {}

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[^>]{0,200}\\?>");
    private static final Pattern CONTEXT = Pattern.compile("FWPM_IPSEC_\\w+");

    /** What a filter of IPsec has: a layer of IKE or of IPsec, or one of its callouts. */
    private static final Pattern OF_IPSEC = Pattern.compile("FWPM_(LAYER|CALLOUT)_(IPSEC|IKEEXT)\\w*");

    private static final String CONTEXT_KEY = "providerContextKey";
    private static final String FILTER_KEY = "filterKey";
    private static final String PROPOSALS = "ikeProposals/item";

    private final Reading reading;
    private final Deque<String> names = new ArrayDeque<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int contextDepth;

    private PlatformReader(Reading reading) {
        this.reading = reading;
    }

    /** Whether a text looks like it, or like a part of it. */
    static boolean recognises(String head) {
        return head.contains("<wfpstate")
                || head.contains("<wfpdiag")
                || head.contains("<" + CONTEXT_KEY + ">")
                || head.contains("<" + FILTER_KEY + ">");
    }

    static void read(String document, Reading reading) {
        // Real files have two roots, and parts of them several.
        String whole = "<all>" + DECLARATION.matcher(document).replaceAll("") + "</all>";
        PlatformReader reader = new PlatformReader(reading);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            reader.read(factory.createXMLStreamReader(new StringReader(whole)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            reading.problem(line, "The XML ends or is damaged here; what follows was not read.");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(xml.getLocalName());
                    if (names.size() > reading.limits().maxDepth()) {
                        reading.problem(xml.getLocation().getLineNumber(), "Elements lie too deep inside each other.");
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (contextDepth > 0 && text.length() < reading.limits().maxText()) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocation().getLineNumber());
                default -> {}
            }
        }
    }

    private void start(String name) {
        names.addLast(name);
        text.setLength(0);
        if (contextDepth == 0 && (name.equals(CONTEXT_KEY) || name.equals(FILTER_KEY))) {
            contextDepth = names.size() - 1;
            leaves.clear();
        }
    }

    private void end(int line) {
        if (contextDepth > 0) {
            String value = text.toString().strip();
            if (!value.isEmpty() && leaves.size() < reading.limits().maxSettings()) {
                leaves.add(new Leaf(path(), value, line));
            }
            if (names.size() == contextDepth) {
                finish(line);
                contextDepth = 0;
            }
        }
        text.setLength(0);
        names.removeLast();
    }

    private String path() {
        return String.join("/", new ArrayList<>(names).subList(contextDepth, names.size()));
    }

    private void finish(int line) {
        String type = first("type");
        boolean isFilter = !first(FILTER_KEY).isEmpty();
        boolean isOurs = isFilter
                ? leaves.stream()
                        .anyMatch(leaf -> OF_IPSEC.matcher(leaf.value()).matches())
                : CONTEXT.matcher(type).matches();
        if (!isOurs) {
            return;
        }
        Block block = reading.begin(
                isFilter ? BlockKind.PLATFORM_FILTER : BlockKind.PLATFORM,
                leaves.isEmpty() ? line : leaves.get(0).line(),
                Origin.UNKNOWN);
        if (block == null) {
            return;
        }
        reading.add(
                block,
                "name",
                "displayData/name",
                first("displayData/name"),
                block.place().line());
        String cipher = "";
        String hash = "";
        for (Leaf leaf : leaves) {
            reading.add(block, leaf.path().equals("type") ? "type" : "", leaf.path(), leaf.value(), leaf.line());
            if (leaf.path().contains(PROPOSALS + "/cipherAlgorithm/algoIdentifier")) {
                cipher = Algorithms.name(Use.CIPHER, leaf.value());
            } else if (leaf.path().contains(PROPOSALS + "/integrityAlgorithm/algoIdentifier")) {
                hash = Algorithms.name(Use.HASH, leaf.value());
            } else if (leaf.path().endsWith(PROPOSALS + "/dhGroup")) {
                String group = Algorithms.name(Use.GROUP, leaf.value()).replaceFirst("^dh", "DHGroup");
                reading.add(block, "mmoffers", PROPOSALS, group + "-" + cipher + "-" + hash, leaf.line());
            }
        }
    }

    private String first(String path) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .map(Leaf::value)
                .findFirst()
                .orElse("");
    }
}
