package org.ipsecworkbench.capture.judge;

/** The Wilson score interval: how far a share seen in a sample may be from the share in all traffic. */
final class Wilson {
    /** For 95 percent. */
    private static final double Z = 1.96;

    private Wilson() {}

    /** The lower end; 0 for an empty sample. */
    static double lower(long hits, long sample) {
        return sample == 0 ? 0 : bound(hits, sample, -1);
    }

    /** The upper end; 1 for an empty sample. */
    static double upper(long hits, long sample) {
        return sample == 0 ? 1 : bound(hits, sample, 1);
    }

    private static double bound(long hits, long sample, int sign) {
        if (hits == (sign < 0 ? 0 : sample)) {
            // Exact there; rounding would leave a hair.
            return sign < 0 ? 0 : 1;
        }
        double n = sample;
        double p = hits / n;
        double centre = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double end = (centre + sign * spread) / (1 + Z * Z / n);
        return Math.min(1, Math.max(0, end));
    }
}
