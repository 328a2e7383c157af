package org.ipsecworkbench.diagnosis.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Association;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.policy.AddressRange;

/**
 * Reads the quick mode SAs of {@code netsh}: paragraphs with two addresses, the local one first, and algorithms, which
 * Windows does not translate.
 */
public final class AssociationReader {
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.])"
            + "|(?<=[:：]\\s{1,60})([0-9a-fA-F]{1,4}:[0-9a-fA-F:.]{1,43}|::[0-9a-fA-F:.]{1,43})(?=%|\\s|$)");

    /** {@code ESP:SHA1-AES128+60min}, {@code AH:SHA1+ESP:…} and, of the Policy Agent, {@code ESP[3DES,SHA1]:}. */
    private static final Pattern OFFER = Pattern.compile(
            "(?i)\\b((?:AH|ESP|AuthNoEncap)\\s*(?:[:\\[]\\s*[\\w,+ -]+?)(?:\\]|(?=\\+\\d+(?:min|kb|sec))|\\s|$))");

    private static final Pattern NO_CIPHER = Pattern.compile("(?i)none|^ah[:\\[]\\w+\\]?$|authnoencap");

    private AssociationReader() {}

    /** In the order of the listing; empty where the host was not asked, or has none. */
    public static List<Association> read(HostEvidence host) {
        List<Association> associations = new ArrayList<>();
        for (Need need : List.of(Commands.QUICK_MODE_SAS, Commands.POLICY_IN_FORCE)) {
            host.answer(need).ifPresent(answer -> read(host, need, answer.outputText(), associations));
        }
        return associations;
    }

    private static void read(HostEvidence host, Need need, String text, List<Association> associations) {
        List<String> addresses = new ArrayList<>();
        int number = 0;
        int first = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                addresses.clear();
                continue;
            }
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                first = addresses.isEmpty() ? number : first;
                addresses.add(canonical(address.group()));
            }
            Matcher offer = OFFER.matcher(line);
            if (addresses.size() >= 2 && offer.find()) {
                String algorithms = offer.group(1).strip();
                associations.add(new Association(
                        addresses.get(0),
                        addresses.get(1),
                        algorithms,
                        isEncrypted(algorithms),
                        Evidence.line(
                                host.name(),
                                need,
                                first,
                                addresses.get(0) + " to " + addresses.get(1) + ", " + algorithms)));
                addresses.clear();
            }
        }
    }

    private static String canonical(String address) {
        AddressRange range = AddressRange.parse(address);
        return range == null ? address : range.text();
    }

    private static boolean isEncrypted(String algorithms) {
        return algorithms.toUpperCase(Locale.ROOT).contains("ESP")
                && !NO_CIPHER.matcher(algorithms).find();
    }
}
