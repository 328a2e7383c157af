package org.ipsecworkbench.session.redact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the thumbprint (SHA-1 of the DER) of a certificate becomes when that is redacted. Listings name certificates by it, so whether
 * one host trusts the root of another is lost if it does not change along. Worked out when it is first asked for, since only then
 * all names are known. Not safe for several threads.
 */
final class Thumbprint {
    private final byte[] certificate;
    private String other = "";

    /** For a certificate as it was. */
    Thumbprint(byte[] certificate) {
        this.certificate = certificate;
    }

    /** The 40 digits, in small letters. */
    static String of(byte[] certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** The new digits, written as the former ones: with their spaces, in small or capital letters. */
    String like(String former, CertificateRedactor redactor) {
        if (other.isEmpty()) {
            other = redactor.redact(certificate).map(Thumbprint::of).orElse(TextRedactor.REMOVED);
        }
        if (other.equals(TextRedactor.REMOVED)) {
            return other;
        }
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (char c : former.toCharArray()) {
            out.append(c == ' ' ? c : other.charAt(next++));
        }
        String text = out.toString();
        return former.equals(former.toUpperCase(Locale.ROOT)) ? text.toUpperCase(Locale.ROOT) : text;
    }
}
