package org.ipsecworkbench.policy.read;

/**
 * The binary data of a policy, of its main mode and of a filter action ([MS-GPIPSEC] 2.2.1.1, 2.2.1.2, 2.2.1.4), as a listing
 * says the same. Lengths inside are not needed and not believed.
 */
final class OfferData {
    private static final String[] CIPHERS = {"NONE", "DES", "3DES", "3DES"};
    private static final String[] HASHES = {"NONE", "MD5", "SHA1"};
    private static final String[] ESP_CIPHERS = {"?", "None", "DES", "3DES"};
    /** Offers with the group of 2048 bits, by one number. */
    private static final String[] NEWER = {"", "DES-MD5-3", "DES-SHA1-3", "3DES-MD5-3", "3DES-SHA1-3"};

    private static final long GROUP_14 = 0x1000_0001L;
    private static final int MAX_ALGORITHMS = 3;
    private static final int AH = 1;
    private static final int ESP = 2;

    private OfferData() {}

    /** A policy. */
    static void policy(Octets data, int line, Block block, Reading reading) {
        data.skip(Octets.GUID + 4);
        reading.add(block, "pollinginterval", "Polling-Interval", data.number() / 60 + "min", line);
    }

    /** What a policy offers for main mode. */
    static void mainMode(Octets data, int line, Block block, Reading reading) {
        data.skip(Octets.GUID + 4 + Octets.GUID + 4);
        reading.add(block, "mmpfs", "Master-PFS-Required", data.number() == 0 ? "no" : "yes", line);
        reading.add(block, "", "ISAKMP-Options", String.valueOf(data.number()), line);
        StringBuilder offers = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            offers.append(name(NEWER, data.octet())).append(' ');
        }
        reading.add(block, "qmlimit", "QM-Limit", String.valueOf(data.number()), line);
        long seconds = data.number();
        // Zero stands for the default of eight hours.
        reading.add(block, "mmlifetime", "MM-Lifetime", (seconds == 0 ? 480 : seconds / 60) + "min", line);
        data.skip(20);
        long count = data.number();
        for (long i = 0; i < count && i < reading.limits().maxSettings(); i++) {
            offers.append(mainModeOffer(data)).append(' ');
        }
        reading.add(block, "mmoffers", "Security-Methods", offers.toString().strip(), line);
    }

    private static String mainModeOffer(Octets data) {
        data.skip(4);
        long cipher = data.number();
        data.skip(8);
        long hash = data.number();
        data.skip(16);
        int newer = data.octet();
        data.skip(7);
        long group = data.number();
        data.skip(16);
        if (newer > 0 && newer < NEWER.length) {
            return NEWER[newer];
        }
        return name(CIPHERS, cipher) + "-" + name(HASHES, hash) + "-" + (group == GROUP_14 ? 3 : group);
    }

    /** What a filter action offers for the protection of traffic. */
    static void quickMode(Octets data, int line, Block block, Reading reading) {
        data.skip(Octets.GUID + 4);
        long count = data.number();
        boolean isSoft = false;
        for (long i = 0; i < count && i < reading.limits().maxSettings(); i++) {
            String offer = quickModeOffer(data, line, block, reading);
            // [K]: an offer of nothing is how falling back to clear is stored.
            isSoft |= offer.isEmpty();
            if (!offer.isEmpty()) {
                reading.add(block, "qmoffers", "Security-Offer-Data", offer, line);
            }
        }
        reading.add(block, "soft", "Security-Offer-Data", isSoft ? "yes" : "no", line);
    }

    private static String quickModeOffer(Octets data, int line, Block block, Reading reading) {
        long seconds = data.number();
        long kilobytes = data.number();
        data.skip(4);
        // The documentation says that zero means used, against the name of the field, so it is shown and not
        // interpreted.
        if (!block.has("qmpfs")) {
            reading.add(block, "qmpfs", "PFS-QM-Required", data.number() + " (not interpreted)", line);
        } else {
            data.skip(4);
        }
        long count = Math.min(MAX_ALGORITHMS, data.number());
        StringBuilder offer = new StringBuilder();
        for (int i = 0; i < MAX_ALGORITHMS; i++) {
            long algorithm = data.number();
            long integrity = data.number();
            long type = data.number();
            data.skip(8);
            if (i < count) {
                offer.append(offer.isEmpty() ? "" : "+").append(algorithm(algorithm, integrity, type));
            }
        }
        return offer.isEmpty() ? "" : offer + ":" + kilobytes + "k/" + seconds + "s";
    }

    private static String algorithm(long algorithm, long integrity, long type) {
        if (type == AH) {
            return "AH[" + name(HASHES, algorithm) + "]";
        }
        return type == ESP
                ? "ESP[" + name(ESP_CIPHERS, algorithm) + "," + name(HASHES, integrity) + "]"
                : "type " + type;
    }

    private static String name(String[] names, long number) {
        return number < names.length ? names[(int) number] : String.valueOf(number);
    }
}
