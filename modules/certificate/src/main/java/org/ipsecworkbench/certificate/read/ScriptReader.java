package org.ipsecworkbench.certificate.read;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.Store;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.TrustError;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench's own script for PowerShell prints of the store {@code My} of the computer: lines of name and value in no
 * language. {@code certificate} begins one, in base64; {@code key} says {@code True} or {@code False}; each {@code chain} is one
 * more certificate of its chain, and {@code status} names of {@code X509ChainStatusFlags}.
 */
final class ScriptReader {
    private static final String CERTIFICATE = "certificate=";

    private final Reading reading;
    private final List<X509Certificate> chain = new ArrayList<>();
    private final Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
    private int number;
    private boolean isOpen;

    private ScriptReader(Reading reading) {
        this.reading = reading;
    }

    static boolean recognises(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith(CERTIFICATE));
    }

    static void read(List<String> lines, Reading reading) {
        ScriptReader script = new ScriptReader(reading);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals > 0) {
                script.value(
                        line.substring(0, equals), line.substring(equals + 1).strip(), i + 1);
            }
        }
        script.end();
    }

    private void value(String name, String value, int line) {
        switch (name) {
            case "certificate" -> {
                end();
                begin(value, line);
            }
            case "key" -> {
                if (isOpen) {
                    boolean hasKey = value.equalsIgnoreCase("True");
                    reading.replaceLast(reading.last().with(hasKey ? KeyState.PRESENT : KeyState.ABSENT));
                }
            }
            case "chain" -> {
                X509Certificate element = decode(value, line);
                if (element != null && chain.size() < reading.limits().maxValues()) {
                    chain.add(element);
                }
            }
            case "status" -> {
                for (String status : value.split(",\\s*", -1)) {
                    TrustError.named(status).ifPresent(errors::add);
                }
            }
            default -> {}
        }
    }

    private void begin(String base64, int line) {
        number++;
        X509Certificate certificate = decode(base64, line);
        int before = reading.certificates();
        if (certificate != null) {
            reading.add(new StoredCertificate(
                    number,
                    Store.MY,
                    X509Facts.of(certificate, reading.limits()),
                    certificate,
                    KeyState.UNKNOWN,
                    "",
                    "certificate " + number));
        }
        isOpen = reading.certificates() > before;
    }

    private void end() {
        if (isOpen) {
            reading.replaceLast(reading.last().with(chain, errors));
        }
        chain.clear();
        errors.clear();
    }

    private @Nullable X509Certificate decode(String base64, int line) {
        X509Certificate certificate;
        try {
            certificate = DerReader.certificate(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            certificate = null;
        }
        if (certificate == null) {
            reading.problem(reading.at(line), "A certificate there is damaged and was left out.");
        }
        return certificate;
    }
}
