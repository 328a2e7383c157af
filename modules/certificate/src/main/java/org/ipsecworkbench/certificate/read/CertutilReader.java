package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StrongCrlCheck;

/**
 * What certutil prints, in any language: told apart by separators, object identifiers and names that Windows does not
 * translate. A text may hold the outputs of several commands below their command lines.
 */
final class CertutilReader {
    /** A command line of certutil, behind a prompt or alone. */
    private static final Pattern COMMAND = Pattern.compile("(?i)^(?:.*>)?\\s*\"?certutil(?:\\.exe)?\"?\\s+([-/].*)$");

    /** {@code ================ Certificate 0 ================}. */
    static final Pattern SEPARATOR = Pattern.compile("^={4,}\\s*(.*?)\\s*(\\d{1,9})\\s*={4,}\\s*$");

    private static final Pattern CHAIN =
            Pattern.compile("^\\s*(?:\\w+\\.dwErrorStatus\\b|CertContext\\[|-+ CERT_CHAIN_CONTEXT).*");
    private static final Pattern EXTENSION = Pattern.compile("^\\s+\\d+(?:\\.\\d+){2,}:.*");
    private static final Pattern LIST = Pattern.compile("^\\s?(?:ThisUpdate|NextUpdate)\\b.*");
    private static final Pattern LIST_ENTRY = Pattern.compile("^\\s+2\\.5\\.29\\.2[017]:.*");
    private static final Pattern URL = Pattern.compile("(?i)^\\s*(?:https?|ldap|file)://\\S.*");

    private CertutilReader() {}

    /** The lines of one command, with what its command line tells. */
    record Section(List<String> lines, int firstLine, StoreLocation location, String store) {
        /** The number in the file of a line of the section, both from 1 and 0. */
        int line(int index) {
            return firstLine + index;
        }
    }

    static void read(List<String> lines, Reading reading) {
        reading.strictness(StrongCrlCheck.read(String.join("\n", lines)));
        ListingDates dates = new ListingDates(lines);
        for (Section section : sections(lines, reading)) {
            section(section, dates, reading);
        }
    }

    private static List<Section> sections(List<String> lines, Reading reading) {
        List<Section> sections = new ArrayList<>();
        int begin = 0;
        String options = "";
        for (int i = 0; i <= lines.size(); i++) {
            Matcher command = i == lines.size() ? null : COMMAND.matcher(lines.get(i));
            if (command == null || command.matches()) {
                if (i > begin) {
                    sections.add(new Section(lines.subList(begin, i), begin + 1, location(options), store(options)));
                }
                if (command != null && command.group(1).toLowerCase(Locale.ROOT).contains("store")) {
                    reading.known();
                }
                begin = i + 1;
                options = command == null ? "" : command.group(1).replace('/', '-');
            }
        }
        return sections;
    }

    private static StoreLocation location(String options) {
        if (options.isEmpty()) {
            return StoreLocation.UNSTATED;
        }
        String spaced = " " + options.toLowerCase(Locale.ROOT) + " ";
        if (spaced.contains(" -user ")) {
            return StoreLocation.USER;
        }
        if (spaced.contains(" -service ")) {
            return StoreLocation.SERVICE;
        }
        if (spaced.contains(" -enterprise ")) {
            return StoreLocation.ENTERPRISE;
        }
        return spaced.contains(" -grouppolicy ") ? StoreLocation.GROUP_POLICY : StoreLocation.COMPUTER;
    }

    /** The store of a command line: what follows {@code -store}; without one it lists CA. */
    private static String store(String options) {
        Matcher store =
                Pattern.compile("(?i)-(?:view|ent|del)?store\\s+\"?([\\w]+)").matcher(options);
        return store.find() ? store.group(1) : "";
    }

    private static void section(Section section, ListingDates dates, Reading reading) {
        boolean isStore = false;
        boolean isChain = false;
        boolean isList = false;
        boolean hasExtensions = false;
        for (String line : section.lines()) {
            isStore |= SEPARATOR.matcher(line).matches();
            isChain |= CHAIN.matcher(line).matches();
            isList |= LIST.matcher(line).matches() || LIST_ENTRY.matcher(line).matches() && !isStore && !hasExtensions;
            hasExtensions |= EXTENSION.matcher(line).matches()
                    && !LIST_ENTRY.matcher(line).matches();
        }
        if (isChain) {
            ChainReader.read(section, dates, reading);
        } else if (isStore) {
            StoreReader.read(section, dates, reading);
        } else if (isList && !hasExtensionsOfCertificate(section)) {
            RevocationListReader.read(section, dates, reading);
        } else if (hasExtensions) {
            StoreReader.readOne(section, dates, reading);
        } else {
            section.lines().stream()
                    .filter(line -> URL.matcher(line).matches())
                    .forEach(line -> reading.cached(line.strip()));
        }
    }

    /** Key usage and basic constraints are in certificates alone. */
    private static boolean hasExtensionsOfCertificate(Section section) {
        return section.lines().stream().anyMatch(line -> line.matches("^\\s+2\\.5\\.29\\.(?:15|19|37):.*"));
    }
}
