package org.ipsecworkbench.ikelogbrowser.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;

/** What is inside a payload, a line each. Reads certificates, so that it is not for the event thread. */
final class PayloadWords {
    private static final int MAX_HEX = 64;

    private PayloadWords() {}

    /** @param at when it was sent; null where that is not known */
    static List<String> of(Payload payload, @Nullable Instant at) {
        if (payload instanceof Payload.SecurityAssociation sa) {
            return proposals(sa.proposals());
        } else if (payload instanceof Payload.KeyExchange ke) {
            return List.of((ke.group() == 0 ? "" : "group " + ke.group() + ", ") + size(ke.data()));
        } else if (payload instanceof Payload.Identification id) {
            String port =
                    id.protocol() == 0 && id.port() == 0 ? "" : ", protocol " + id.protocol() + ", port " + id.port();
            return List.of(id.idTypeName() + ": " + id.text() + port);
        } else if (payload instanceof Payload.Certificate certificate) {
            return CertificateWords.of(certificate, at);
        } else if (payload instanceof Payload.CertificateRequest request) {
            List<String> lines = new ArrayList<>(List.of(request.encodingName()));
            lines.addAll(request.authorities().isEmpty() ? List.of("any authority") : request.authorities());
            return lines;
        } else if (payload instanceof Payload.Authentication authentication) {
            return List.of(authentication.methodName() + ", " + size(authentication.data()));
        } else if (payload instanceof Payload.Notify notify) {
            return notify(notify);
        } else if (payload instanceof Payload.Delete delete) {
            return List.of(delete.protocol() + (delete.spis().isEmpty() ? "" : " " + String.join(", ", delete.spis())));
        } else if (payload instanceof Payload.VendorId vendor) {
            return List.of((vendor.vendor().isEmpty() ? "not known: " : vendor.vendor() + ": ") + hex(vendor.id()));
        } else if (payload instanceof Payload.TrafficSelectors selectors) {
            return selectors.selectors().stream().map(PayloadWords::selector).toList();
        } else if (payload instanceof Payload.Configuration configuration) {
            return configuration.attributes();
        } else if (payload instanceof Payload.Eap eap) {
            return List.of("code " + eap.code() + ", identifier " + eap.identifier()
                    + (eap.methodName().isEmpty() ? "" : ", " + eap.methodName()));
        } else if (payload instanceof Payload.NatDetection detection) {
            return List.of(hex(detection.hash()));
        } else if (payload instanceof Payload.NatOriginalAddress original) {
            return List.of(original.address());
        } else if (payload instanceof Payload.Fragment fragment) {
            return List.of("fragment " + fragment.number() + (fragment.total() == 0 ? "" : " of " + fragment.total())
                    + ", " + size(fragment.data()));
        } else if (payload instanceof Payload.Encrypted encrypted) {
            return List.of("cannot be read without the key, " + size(encrypted.data()));
        } else if (payload instanceof Payload.GssToken token) {
            return List.of((token.mechanism().isEmpty() ? "mechanism not known" : token.mechanism()) + ", "
                    + size(token.data()));
        } else if (payload instanceof Payload.Opaque opaque) {
            return List.of(hex(opaque.data()));
        }
        return List.of();
    }

    private static List<String> proposals(List<Proposal> proposals) {
        List<String> lines = new ArrayList<>();
        for (Proposal proposal : proposals) {
            String spi = proposal.spi().isEmpty() ? "" : ", SPI " + proposal.spi();
            lines.add("proposal " + proposal.number() + ", " + proposal.protocol() + spi);
            proposal.labels().forEach(label -> lines.add("    " + label));
        }
        return lines;
    }

    private static List<String> notify(Payload.Notify notify) {
        List<String> lines = new ArrayList<>();
        lines.add(notify.notifyName() + " (" + notify.notifyType() + ")"
                + (notify.spi().isEmpty() ? "" : ", SPI " + notify.spi()));
        if (notify.win32() != 0) {
            lines.add("error of Windows: " + notify.win32());
        }
        if (notify.data().length() > 0) {
            lines.add(hex(notify.data()));
        }
        return lines;
    }

    private static String selector(Payload.Selector selector) {
        return String.format(
                Locale.ROOT,
                "%s to %s, %s, ports %d to %d",
                selector.start(),
                selector.end(),
                selector.protocol() == 0 ? "any protocol" : "protocol " + selector.protocol(),
                selector.startPort(),
                selector.endPort());
    }

    private static String size(Bytes data) {
        return Formats.count(data.length(), "byte", "bytes");
    }

    private static String hex(Bytes data) {
        return data.length() <= MAX_HEX ? data.hex() : data.slice(0, MAX_HEX).hex() + "… " + size(data);
    }
}
