package org.ipsecworkbench.lab.model;

import java.util.ArrayList;
import java.util.List;

/** A proposal of main mode. */
public record MainModeOffer(DhGroup group, Cipher cipher, Integrity integrity) {

    /** What connection security rules offer unless told otherwise (documentation of {@code netsh advfirewall}). */
    public static final List<MainModeOffer> DEFAULT = List.of(
            new MainModeOffer(DhGroup.GROUP_2, Cipher.AES_128, Integrity.SHA1),
            new MainModeOffer(DhGroup.GROUP_2, Cipher.TRIPLE_DES, Integrity.SHA1));

    /** What the policies that come with Windows Server 2003 offer. From memory, not verified. */
    public static final List<MainModeOffer> LEGACY = List.of(
            new MainModeOffer(DhGroup.GROUP_2, Cipher.TRIPLE_DES, Integrity.SHA1),
            new MainModeOffer(DhGroup.GROUP_2, Cipher.TRIPLE_DES, Integrity.MD5),
            new MainModeOffer(DhGroup.GROUP_1, Cipher.DES, Integrity.SHA1),
            new MainModeOffer(DhGroup.GROUP_1, Cipher.DES, Integrity.MD5));

    /** As netsh advfirewall prints it. */
    public String label() {
        return group.label() + "-" + cipher.label() + "-" + integrity.label();
    }

    /** As netsh ipsec reads it. */
    public String legacy() {
        return cipher.label() + "-" + integrity.label() + "-" + group.legacy();
    }

    /**
     * Reads {@code dhgroup2:aes128-sha1,…}, the grammar of netsh advfirewall.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static List<MainModeOffer> parse(String text) {
        List<MainModeOffer> offers = new ArrayList<>();
        for (String offer : text.split(",", -1)) {
            String[] parts = offer.trim().split("[:-]", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no main mode offer: " + offer);
            }
            offers.add(new MainModeOffer(DhGroup.of(parts[0]), Cipher.of(parts[1]), Integrity.of(parts[2])));
        }
        return List.copyOf(offers);
    }

    /**
     * Reads {@code 3DES-SHA1-2 DES-MD5-1}, the grammar of netsh ipsec.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static List<MainModeOffer> parseLegacy(String text) {
        List<MainModeOffer> offers = new ArrayList<>();
        for (String offer : text.trim().split("\\s+", -1)) {
            String[] parts = offer.split("-", -1);
            if (parts.length != 3 || !Cipher.of(parts[0]).isLegacy()) {
                throw new IllegalArgumentException("no main mode offer: " + offer);
            }
            offers.add(new MainModeOffer(DhGroup.of(parts[2]), Cipher.of(parts[0]), Integrity.of(parts[1])));
        }
        return List.copyOf(offers);
    }
}
