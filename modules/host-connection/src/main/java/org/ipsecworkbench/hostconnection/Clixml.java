package org.ipsecworkbench.hostconnection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text out of what PowerShell writes to standard error when it is not at a console: XML after a mark. */
final class Clixml {
    private static final String MARK = "#< CLIXML";
    private static final Pattern ERROR = Pattern.compile("<S S=\"(?:Error|Warning)\">([^<]*)</S>");
    private static final Pattern UNIT = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Clixml() {}

    /** Errors and warnings as lines; text that has no such mark as it is. */
    static String strip(String text) {
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.substring(0, mark));
        Matcher errors = ERROR.matcher(text);
        for (int at = mark; errors.find(at); at = errors.end()) {
            out.append(plain(errors.group(1)));
        }
        return out.toString();
    }

    private static String plain(String escaped) {
        String text = escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
        return UNIT.matcher(text)
                .replaceAll(unit ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(unit.group(1), 16))));
    }
}
