package org.ipsecworkbench.certificate.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateFacts.PublicKeyFacts;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.Retrieval.Kind;
import org.ipsecworkbench.certificate.Retrieval.Outcome;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.ike.EventRecord;
import org.jspecify.annotations.Nullable;

/** Parts of CAPI2 events. Numbers are in hex; a certificate is named by a file that is called as its thumbprint. */
final class Capi2Text {
    private static final String ELEMENT = "CertificateChain/ChainElement/";

    /** Errors of WinHTTP (winhttp.h), which stand without the facility of HRESULT here. */
    private static final Map<Integer, String> FETCHING = Map.of(
            12002, "ERROR_WINHTTP_TIMEOUT",
            12007, "ERROR_WINHTTP_NAME_NOT_RESOLVED",
            12029, "ERROR_WINHTTP_CANNOT_CONNECT",
            12030, "ERROR_WINHTTP_CONNECTION_ERROR");

    private static final int HRESULT_OF_WIN32 = 0x80070000;
    private static final int LAST_OF_WIN32 = 0xffff;

    private Capi2Text() {}

    /** The first attribute whose path ends so; empty where there is none. */
    static String attribute(EventRecord event, String end) {
        for (EventRecord.Field field : event.fields()) {
            if (field.name().endsWith("/" + end)) {
                return field.raw();
            }
        }
        return "";
    }

    /** What belongs to one piece of work of CryptoAPI. */
    static String task(EventRecord event) {
        return attribute(event, "CorrelationAuxInfo@TaskId").toLowerCase(Locale.ROOT);
    }

    static Set<TrustError> status(String hex) {
        return hex.matches("[0-9a-fA-F]{1,8}") ? TrustError.of(Long.parseLong(hex, 16)) : Set.of();
    }

    /** What is known of a certificate by its thumbprint and the name that the event gives it. */
    static CertificateFacts facts(String file, String name) {
        String digits = file.toLowerCase(Locale.ROOT).replaceFirst("\\.\\w+$", "");
        return new CertificateFacts(
                name.isEmpty() || name.contains("=") ? name : "CN=" + name,
                "",
                "",
                null,
                null,
                digits.matches("[0-9a-f]{40}") ? digits : "",
                "",
                Optional.empty(),
                Optional.empty(),
                PublicKeyFacts.UNKNOWN,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The certificates of a chain, from the one that was asked about to the root. */
    static List<ChainReport.Element> elements(EventRecord event, Reading reading) {
        List<ChainReport.Element> elements = new ArrayList<>();
        String file = "";
        String name = "";
        Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
        for (EventRecord.Field field : event.fields()) {
            int at = field.name().indexOf(ELEMENT);
            String what = at < 0 ? "" : field.name().substring(at + ELEMENT.length());
            switch (what) {
                case "Certificate@fileRef" -> {
                    if (!file.isEmpty()) {
                        elements.add(new ChainReport.Element(facts(file, name), errors, List.of()));
                    }
                    file = field.raw();
                    name = "";
                    errors.clear();
                }
                case "Certificate@subjectName" -> name = reading.cut(field.raw());
                case "TrustStatus/ErrorStatus@value" -> errors.addAll(status(field.raw()));
                default -> {}
            }
        }
        if (!file.isEmpty()) {
            elements.add(new ChainReport.Element(facts(file, name), errors, List.of()));
        }
        return elements;
    }

    /** The same with what was fetched meanwhile, at the first one, since events do not say for which one it was. */
    static List<ChainReport.Element> with(List<ChainReport.Element> elements, @Nullable List<Retrieval> fetched) {
        if (fetched == null) {
            return elements;
        }
        List<ChainReport.Element> all = new ArrayList<>(elements);
        ChainReport.Element first = all.get(0);
        all.set(0, new ChainReport.Element(first.facts(), first.errors(), fetched));
        return all;
    }

    static Retrieval retrieval(EventRecord event, String place, Reading reading) {
        String type = attribute(event, "Object@type").toUpperCase(Locale.ROOT);
        Kind kind = type.contains("OCSP")
                ? Kind.OCSP
                : type.contains("CRL") ? Kind.REVOCATION_LIST : type.contains("CERTIFICATE") ? Kind.ISSUER : Kind.OTHER;
        String result = attribute(event, "Result@value");
        int code = result.matches("[0-9a-fA-F]{1,8}") ? Integer.parseUnsignedInt(result, 16) : 0;
        boolean isPlain = code > 0 && code <= LAST_OF_WIN32;
        String name = isPlain && FETCHING.containsKey(code) ? "WinHttp: " + code + " " + FETCHING.get(code) : "";
        return new Retrieval(
                kind,
                reading.cut(event.value("URL")),
                code == 0 ? Outcome.FETCHED : Outcome.FAILED,
                isPlain ? HRESULT_OF_WIN32 | code : code,
                name,
                place);
    }
}
