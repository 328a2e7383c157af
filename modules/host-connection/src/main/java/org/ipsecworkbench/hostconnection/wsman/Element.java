package org.ipsecworkbench.hostconnection.wsman;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of XML. Immutable.
 *
 * @param attributes by name, those of a known namespace with the prefix that we write, such as {@code xml:lang}
 * @param text all text directly in it, joined
 * @param namespace a URI; empty for none
 * @param name without prefix
 * @param children the elements in it, in their order
 */
public record Element(
        String namespace, String name, Map<String, String> attributes, String text, List<Element> children) {

    /** Copies the collections. */
    public Element {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** An element with elements in it, and no text. */
    public static Element of(String namespace, String name, Element... children) {
        return new Element(namespace, name, Map.of(), "", List.of(children));
    }

    /** An element with nothing but text. */
    public static Element text(String namespace, String name, String text) {
        return new Element(namespace, name, Map.of(), text, List.of());
    }

    /** A copy with one more attribute. */
    public Element with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Element(namespace, name, more, text, children);
    }

    /** A copy with one more child. */
    public Element with(Element child) {
        List<Element> more = new ArrayList<>(children);
        more.add(child);
        return new Element(namespace, name, attributes, text, more);
    }

    /** Whether it has this name, in this namespace. */
    public boolean is(String otherNamespace, String otherName) {
        return namespace.equals(otherNamespace) && name.equals(otherName);
    }

    /** The value of an attribute, by its name as {@link #attributes} has it; empty where there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The first child of that name. */
    public Optional<Element> child(String childNamespace, String childName) {
        return children.stream()
                .filter(child -> child.is(childNamespace, childName))
                .findFirst();
    }

    /** The children of that name, in their order. */
    public List<Element> children(String childNamespace, String childName) {
        return children.stream()
                .filter(child -> child.is(childNamespace, childName))
                .toList();
    }

    /** The first element of that name at any depth below. */
    public Optional<Element> find(String otherNamespace, String otherName) {
        for (Element child : children) {
            Optional<Element> found =
                    child.is(otherNamespace, otherName) ? Optional.of(child) : child.find(otherNamespace, otherName);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The text of the first child of that name, stripped; empty where there is none. */
    public String childText(String childNamespace, String childName) {
        return child(childNamespace, childName)
                .map(child -> child.text().strip())
                .orElse("");
    }

    /** All text in it, at any depth, joined by spaces. */
    public String allText() {
        StringBuilder all = new StringBuilder(text.strip());
        for (Element child : children) {
            String more = child.allText();
            if (!more.isEmpty()) {
                all.append(all.isEmpty() ? "" : " ").append(more);
            }
        }
        return all.toString();
    }
}
