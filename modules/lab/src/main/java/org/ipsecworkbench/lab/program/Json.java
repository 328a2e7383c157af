package org.ipsecworkbench.lab.program;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes objects as {@code ConvertTo-Json -Compress} does: one alone without brackets. */
final class Json {
    private Json() {}

    static String of(List<Map<String, Object>> objects) {
        StringBuilder json = new StringBuilder();
        if (objects.size() == 1) {
            object(objects.get(0), json);
        } else {
            array(objects, json);
        }
        return json.toString();
    }

    private static void array(List<Map<String, Object>> objects, StringBuilder json) {
        json.append('[');
        for (Iterator<Map<String, Object>> each = objects.iterator(); each.hasNext(); ) {
            object(each.next(), json);
            json.append(each.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private static void object(Map<String, Object> object, StringBuilder json) {
        Object text = object.get("");
        if (text != null) {
            text(String.valueOf(text), json);
            return;
        }
        json.append('{');
        String comma = "";
        for (Map.Entry<String, Object> field : object.entrySet()) {
            json.append(comma);
            text(field.getKey(), json);
            json.append(':');
            Object value = field.getValue();
            if (value instanceof Nested nested) {
                array(nested.objects(), json);
            } else if (value instanceof Number || value instanceof Boolean) {
                json.append(value);
            } else {
                text(String.valueOf(value), json);
            }
            comma = ",";
        }
        json.append('}');
    }

    private static void text(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
