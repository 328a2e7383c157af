package org.ipsecworkbench.certificate.read;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.read.Formats.PasswordFor;

/** Text with binary objects in base64 between marks (RFC 7468). What stands outside of the marks is not looked at. */
final class PemReader {
    private static final Pattern BEGIN = Pattern.compile("^-----BEGIN ([A-Z0-9 #]{1,60})-----\\s*$");

    private PemReader() {}

    static boolean recognises(List<String> lines) {
        return lines.stream().anyMatch(line -> BEGIN.matcher(line).matches());
    }

    /** Whether a line begins something that is read here. */
    static boolean isCertificate(String line) {
        Matcher begin = BEGIN.matcher(line);
        return begin.matches()
                && !begin.group(1).endsWith(" KEY")
                && !begin.group(1).endsWith("REQUEST");
    }

    static void read(List<String> lines, PasswordFor passwords, Reading reading) {
        String label = "";
        int begin = 0;
        StringBuilder base64 = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = BEGIN.matcher(lines.get(i));
            if (mark.matches()) {
                label = mark.group(1);
                begin = i + 1;
                base64.setLength(0);
            } else if (lines.get(i).startsWith("-----END ") && !label.isEmpty()) {
                object(label, base64.toString(), begin, passwords, reading);
                label = "";
            } else if (!label.isEmpty()) {
                base64.append(lines.get(i).strip());
            }
        }
        if (!label.isEmpty()) {
            reading.problem(reading.at(begin), "What begins there as " + label + " has no end.");
        }
    }

    private static void object(String label, String base64, int line, PasswordFor passwords, Reading reading) {
        if (label.endsWith("PRIVATE KEY") || label.endsWith("PUBLIC KEY") || label.endsWith("REQUEST")) {
            // Neither certificate nor list; a key is nobody's business here.
            return;
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            reading.problem(reading.at(line), "What begins there as " + label + " is no base64.");
            return;
        }
        int before = reading.size();
        DerReader.read(bytes, bytes.length, passwords, reading);
        if (reading.size() == before) {
            reading.problem(reading.at(line), "What begins there as " + label + " could not be read.");
        }
    }
}
