package org.ipsecworkbench.lab.program;

import java.util.List;
import java.util.Map;

/**
 * Objects that are the value of a property.
 *
 * @param objects in order
 * @param text what a list of properties prints for them
 */
record Nested(List<Map<String, Object>> objects, String text) {
    @Override
    public String toString() {
        return text;
    }
}
