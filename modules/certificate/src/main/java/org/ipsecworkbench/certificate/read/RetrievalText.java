package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.Retrieval.Kind;
import org.ipsecworkbench.certificate.Retrieval.Outcome;

/**
 * What {@code certutil -urlfetch} tells of its fetching: a ruled heading that ends in AIA, CDP or OCSP; a status with a quoted
 * object, a time and a hash or {@code (null)}; below it the addresses, after an error where it failed.
 */
final class RetrievalText {
    private static final Pattern HEADING = Pattern.compile("^\\s*-{4,}\\s+(.*?)\\s*(AIA|CDP|OCSP)\\s+-{4,}\\s*$");
    private static final Pattern RULE = Pattern.compile("^\\s*-{10,}\\s*$");
    private static final Pattern STATUS =
            Pattern.compile("^\\s*\\S.*\"[^\"]*\"\\s+\\S+?\\s?:\\s*\\d+(?:\\s+(\\(null\\)|[0-9a-fA-F]{16,128}))?.*$");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)^\\s*(?:\\[[\\d.]+]\\s+)?((?:https?|ldap|file):/\\S.*?)\\s*$");
    private static final Pattern CODE = Pattern.compile("(?i)\\b0x([0-9a-f]{8})\\b(?:\\s+\\(([^)]*)\\))?");

    private final Reading reading;
    private final List<Retrieval> found = new ArrayList<>();
    private Kind kind = Kind.OTHER;
    private boolean inside;
    private boolean hasStatus;
    private boolean isFetched;
    private boolean hasAddress;
    private int code;
    private String codeName = "";
    private int line;

    RetrievalText(Reading reading) {
        this.reading = reading;
    }

    /** Takes a line; false where it is none of this kind. */
    boolean line(String text, int number) {
        Matcher heading = HEADING.matcher(text);
        if (heading.matches()) {
            endStatus();
            kind = kind(heading.group(1), heading.group(2));
            inside = true;
            return true;
        }
        if (!inside) {
            return false;
        }
        if (RULE.matcher(text).matches()) {
            endStatus();
            inside = false;
            return true;
        }
        Matcher status = STATUS.matcher(text);
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            add(reading.cut(address.group(1)), isFetched ? Outcome.FETCHED : Outcome.FAILED, number);
            hasAddress = true;
        } else if (status.matches()) {
            endStatus();
            hasStatus = true;
            line = number;
            isFetched = status.group(1) != null && !status.group(1).equals("(null)");
        } else {
            Matcher error = CODE.matcher(text);
            if (error.find()) {
                code = Integer.parseUnsignedInt(error.group(1), 16);
                codeName = error.group(2) == null ? "" : reading.cut(error.group(2));
            }
        }
        return true;
    }

    /** A list of changes has its own address, in a heading that says so behind the word CRL. */
    private static Kind kind(String before, String what) {
        return switch (what) {
            case "AIA" -> Kind.ISSUER;
            case "OCSP" -> Kind.OCSP;
            default -> before.endsWith("CRL") ? Kind.OTHER : Kind.REVOCATION_LIST;
        };
    }

    private void endStatus() {
        if (hasStatus && !hasAddress) {
            add("", isFetched ? Outcome.FETCHED : code == 0 ? Outcome.NO_ADDRESS : Outcome.FAILED, line);
        }
        hasStatus = false;
        hasAddress = false;
        isFetched = false;
        code = 0;
        codeName = "";
    }

    private void add(String url, Outcome outcome, int number) {
        if (found.size() < reading.limits().maxValues()) {
            boolean isFailed = outcome == Outcome.FAILED;
            found.add(new Retrieval(
                    kind, url, outcome, isFailed ? code : 0, isFailed ? codeName : "", reading.at(number)));
        }
    }

    /** All of an element; the next one begins. */
    List<Retrieval> end() {
        endStatus();
        inside = false;
        List<Retrieval> all = List.copyOf(found);
        found.clear();
        return all;
    }
}
