package org.ipsecworkbench.lab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proposal of quick mode: ESP, or AH where it has no cipher.
 *
 * @param seconds the lifetime
 * @param kilobytes the lifetime by volume
 */
public record QuickModeOffer(boolean isAh, Cipher cipher, Integrity integrity, int seconds, int kilobytes) {

    private static final int SECONDS = 3600;
    private static final int KILOBYTES = 100_000;

    /** What connection security rules offer unless told otherwise: integrity first. From memory, not verified. */
    public static final List<QuickModeOffer> DEFAULT = List.of(
            esp(Cipher.NONE, Integrity.SHA1),
            esp(Cipher.AES_128, Integrity.SHA1),
            esp(Cipher.TRIPLE_DES, Integrity.SHA1),
            new QuickModeOffer(true, Cipher.NONE, Integrity.SHA1, SECONDS, KILOBYTES));

    private static final Pattern MODERN =
            Pattern.compile("(?i)(ah|esp):(\\w+)(?:-(\\w+))?(?:\\+(\\d{1,4})min)?(?:\\+(\\d{1,9})kb)?");
    private static final Pattern LEGACY =
            Pattern.compile("(?i)(?:ESP\\[(\\w+),\\s*(\\w+)\\]|AH\\[(\\w+)\\])(?::(\\d{1,9})k)?(?:/(\\d{1,7})s)?");

    /** ESP with the lifetimes that are the default. */
    public static QuickModeOffer esp(Cipher cipher, Integrity integrity) {
        return new QuickModeOffer(false, cipher, integrity, SECONDS, KILOBYTES);
    }

    /** Whether both ask for the same protection; lifetimes are settled by the shorter. */
    public boolean matches(QuickModeOffer other) {
        return isAh == other.isAh && cipher == other.cipher && integrity == other.integrity;
    }

    /** As netsh advfirewall prints it. */
    public String label() {
        return (isAh ? "AH:" + integrity.label() : "ESP:" + integrity.label() + "-" + cipher.label()) + "+"
                + seconds / 60 + "min+" + kilobytes + "kb";
    }

    /** As netsh ipsec reads it. */
    public String legacy() {
        return (isAh ? "AH[" + integrity.label() + "]" : "ESP[" + cipher.label() + "," + integrity.label() + "]") + ":"
                + kilobytes + "k/" + seconds + "s";
    }

    /**
     * Reads {@code esp:sha1-aes128+60min+100000kb,…}, the grammar of netsh advfirewall.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static List<QuickModeOffer> parse(String text) {
        List<QuickModeOffer> offers = new ArrayList<>();
        for (String offer : text.split(",", -1)) {
            Matcher form = MODERN.matcher(offer.trim());
            if (!form.matches()) {
                throw new IllegalArgumentException("no quick mode offer: " + offer);
            }
            boolean isAh = form.group(1).equalsIgnoreCase("ah");
            offers.add(new QuickModeOffer(
                    isAh,
                    isAh || form.group(3) == null ? Cipher.NONE : Cipher.of(form.group(3)),
                    Integrity.of(form.group(2)),
                    form.group(4) == null ? SECONDS : Integer.parseInt(form.group(4)) * 60,
                    form.group(5) == null ? KILOBYTES : Integer.parseInt(form.group(5))));
        }
        return List.copyOf(offers);
    }

    /**
     * Reads {@code ESP[3DES,SHA1]:100000k/900s AH[MD5]}, the grammar of netsh ipsec.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static List<QuickModeOffer> parseLegacy(String text) {
        List<QuickModeOffer> offers = new ArrayList<>();
        for (String offer : text.trim().split("\\s+", -1)) {
            Matcher form = LEGACY.matcher(offer);
            if (!form.matches()) {
                throw new IllegalArgumentException("no quick mode offer: " + offer);
            }
            boolean isAh = form.group(3) != null;
            offers.add(new QuickModeOffer(
                    isAh,
                    isAh ? Cipher.NONE : Cipher.of(form.group(1)),
                    Integrity.of(isAh ? form.group(3) : form.group(2)),
                    form.group(5) == null ? SECONDS : Integer.parseInt(form.group(5)),
                    form.group(4) == null ? KILOBYTES : Integer.parseInt(form.group(4))));
        }
        return List.copyOf(offers);
    }
}
