package org.ipsecworkbench.ike.xml;

import java.util.Map;

/** Gets the elements of a file in their order. Names are without their namespace. */
public interface XmlSink {
    /**
     * An element begins.
     *
     * @param line where, from 1
     */
    void start(String name, Map<String, String> attributes, long line);

    /** Characters inside the innermost element; those of one element may come in pieces. */
    void text(String text);

    /** The innermost element ends. */
    void end(String name);
}
