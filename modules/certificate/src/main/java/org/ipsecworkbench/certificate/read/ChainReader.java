package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateFacts.PublicKeyFacts;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.certificate.read.CertutilReader.Section;

/**
 * {@code certutil -verify}, also with {@code -urlfetch}. The lines of chain and elements are English in every language; what was
 * fetched is told by the shape of its lines. The last line, which always says success, is not looked at.
 */
final class ChainReader {
    private static final Pattern STATUS =
            Pattern.compile("^\\s*(\\w+)\\.dwErrorStatus\\s*=.*\\(0x([0-9a-fA-F]{1,8})\\)\\s*$");
    private static final Pattern ELEMENT =
            Pattern.compile("^\\s*CertContext\\[\\d+]\\[\\d+]:.*?(?:dwErrorStatus=([0-9a-fA-F]{1,8}))?\\s*$");
    private static final Pattern FIELD = Pattern.compile("^\\s{2,}([A-Za-z]+):\\s*(.*?)\\s*$");
    private static final Pattern APPLICATION =
            Pattern.compile("^\\s+Application\\[\\d+]\\s*=\\s*(\\d+(?:\\.\\d+)+)\\b.*");
    private static final Pattern FINDING = Pattern.compile("0x(80[0-9a-fA-F]{6})\\s+\\(-\\d+ [A-Z]+_E_\\w+\\)");

    private final ListingDates dates;
    private final Reading reading;
    private final List<ChainReport.Element> elements = new ArrayList<>();
    private final Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
    private boolean isWhole;

    private final Map<String, String> fields = new HashMap<>();
    private final List<String> purposes = new ArrayList<>();
    private final Set<TrustError> ofElement = EnumSet.noneOf(TrustError.class);
    private final RetrievalText retrievals;
    private Map<String, String> list = Map.of();
    private boolean inElement;

    private ChainReader(ListingDates dates, Reading reading) {
        this.dates = dates;
        this.reading = reading;
        this.retrievals = new RetrievalText(reading);
    }

    static void read(Section section, ListingDates dates, Reading reading) {
        new ChainReader(dates, reading).read(section);
    }

    private void read(Section section) {
        for (int i = 0; i < section.lines().size(); i++) {
            line(section.lines().get(i).stripTrailing(), section.line(i));
        }
        endElement();
        reading.add(new ChainReport(elements, errors, isWhole, reading.at(section.firstLine())));
        if (!isWhole) {
            reading.problem(
                    reading.at(section.firstLine()),
                    "The status of the chain is not in the text, so that nothing wrong in it does not mean that all is well.");
        }
    }

    private void line(String line, int number) {
        Matcher element = ELEMENT.matcher(line);
        if (element.matches()) {
            endElement();
            inElement = true;
            if (element.group(1) != null) {
                ofElement.addAll(TrustError.of(Long.parseLong(element.group(1), 16)));
            }
            return;
        }
        Matcher status = STATUS.matcher(line);
        if (status.matches()) {
            Set<TrustError> found = TrustError.of(Long.parseLong(status.group(2), 16));
            (status.group(1).equals("Element") ? ofElement : errors).addAll(found);
        }
        isWhole |= line.startsWith("ChainContext.") || line.contains("CERT_CHAIN_CONTEXT");
        Matcher code = FINDING.matcher(line);
        if (code.find()) {
            TrustCodes.of(code.group(1)).ifPresent(errors::add);
        }
        if (!inElement) {
            return;
        }
        if (!line.startsWith(" ") && !line.isEmpty()) {
            // Behind the last element come hashes of the chain and what certutil concludes.
            endElement();
            return;
        }
        if (retrievals.line(line, number)) {
            return;
        }
        Matcher field = FIELD.matcher(line);
        Matcher purpose = APPLICATION.matcher(line);
        if (purpose.matches() && purposes.size() < reading.limits().maxValues()) {
            purposes.add(purpose.group(1));
        } else if (line.matches("^\\s{4}CRL [0-9a-fA-F]{1,64}:$")) {
            endList(number);
            list = new HashMap<>(Map.of("number", line.strip().substring(4).replace(":", "")));
        } else if (field.matches()) {
            if (list.isEmpty()) {
                fields.putIfAbsent(field.group(1), reading.cut(field.group(2)));
            } else {
                list.putIfAbsent(field.group(1), reading.cut(field.group(2)));
                if (field.group(1).equals("CRL")) {
                    endList(number);
                }
            }
        }
    }

    private void endList(int line) {
        if (!list.isEmpty()) {
            reading.add(new RevocationList(
                    list.getOrDefault("Issuer", ""),
                    list.getOrDefault("number", ""),
                    dates.read(list.getOrDefault("ThisUpdate", "")),
                    dates.read(list.getOrDefault("NextUpdate", "")),
                    Map.of(),
                    null,
                    reading.at(line)));
            list = Map.of();
        }
    }

    private void endElement() {
        endList(0);
        List<Retrieval> fetched = retrievals.end();
        if (inElement && elements.size() < reading.limits().maxValues()) {
            elements.add(new ChainReport.Element(facts(), ofElement, fetched));
        }
        inElement = false;
        fields.clear();
        purposes.clear();
        ofElement.clear();
    }

    private CertificateFacts facts() {
        String thumbprint = StoreReader.digits(fields.getOrDefault("Cert", ""));
        String names = fields.getOrDefault("SubjectAltName", "");
        return new CertificateFacts(
                fields.getOrDefault("Subject", ""),
                fields.getOrDefault("Issuer", ""),
                ExtensionText.serial(StoreReader.digits(fields.getOrDefault("Serial", ""))),
                dates.read(fields.getOrDefault("NotBefore", "")),
                dates.read(fields.getOrDefault("NotAfter", "")),
                thumbprint.matches("[0-9a-f]{40}") ? thumbprint : "",
                fields.getOrDefault("Template", ""),
                purposes.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(purposes)),
                Optional.empty(),
                PublicKeyFacts.UNKNOWN,
                "",
                names.isEmpty()
                        ? List.of()
                        : List.of(names.split(",\\s*", -1)).stream()
                                .map(name -> name.replaceFirst("^DNS Name=", "DNS:"))
                                .limit(reading.limits().maxValues())
                                .toList(),
                List.of(),
                List.of(),
                List.of());
    }
}
