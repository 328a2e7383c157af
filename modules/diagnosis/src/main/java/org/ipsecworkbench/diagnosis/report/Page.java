package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.diagnosis.Evidence;

/** Writes elements of HTML; all text that it is given is escaped. */
final class Page {
    private final Writer out;

    Page(Writer out) {
        this.out = out;
    }

    /** Markup of our own, without any text from elsewhere. */
    void raw(String markup) throws IOException {
        out.write(markup);
    }

    /** An element of a class, or of none where it is empty, with a text. */
    void element(String name, String style, String text) throws IOException {
        out.write("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + Markup.escape(text) + "</"
                + name + ">\n");
    }

    void row(String cell, String... texts) throws IOException {
        out.write("<tr>");
        for (String text : texts) {
            out.write("<" + cell + ">" + Markup.escape(text) + "</" + cell + ">");
        }
        out.write("</tr>\n");
    }

    void evidence(List<Evidence> evidence) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        out.write("<ul>\n");
        for (Evidence one : evidence) {
            out.write("<li>" + Markup.escape(one.host()) + ": <code>" + Markup.escape(one.source()) + "</code>"
                    + Markup.escape((one.place().isEmpty() ? "" : ", " + one.place())
                            + (one.text().isEmpty() ? "" : ": " + one.text()))
                    + "</li>\n");
        }
        out.write("</ul>\n");
    }

    void commands(List<String> commands) throws IOException {
        out.write("<pre>");
        for (String command : commands) {
            out.write(Markup.escape(command) + "\n");
        }
        out.write("</pre>\n");
    }

    static String percent(double confidence) {
        return Math.round(confidence * 100) + " %";
    }
}
