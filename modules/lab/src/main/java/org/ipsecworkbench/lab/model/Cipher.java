package org.ipsecworkbench.lab.model;

/** An encryption algorithm, with the numbers of its text in events of main mode and of quick mode (msobjs.dll). */
public enum Cipher {
    NONE("None", "-", "-"),
    DES("DES", "%%8195", "%%16398"),
    TRIPLE_DES("3DES", "%%8196", "%%16399"),
    AES_128("AES128", "%%8235", "%%16400"),
    AES_192("AES192", "%%8236", "%%16401"),
    AES_256("AES256", "%%8237", "%%16402"),
    AES_GCM_128("AESGCM128", "-", "%%16395"),
    AES_GCM_256("AESGCM256", "-", "%%16397");

    private final String label;
    private final String mainMode;
    private final String quickMode;

    Cipher(String label, String mainMode, String quickMode) {
        this.label = label;
        this.mainMode = mainMode;
        this.quickMode = quickMode;
    }

    /** The name that netsh prints and reads. */
    public String label() {
        return label;
    }

    public String mainMode() {
        return mainMode;
    }

    public String quickMode() {
        return quickMode;
    }

    /** Whether the policy agent of Windows Server 2003 knows it. */
    public boolean isLegacy() {
        return compareTo(TRIPLE_DES) <= 0;
    }

    /** The algorithm of this name, in any case. */
    public static Cipher of(String label) {
        for (Cipher cipher : values()) {
            if (cipher.label.equalsIgnoreCase(label)) {
                return cipher;
            }
        }
        throw new IllegalArgumentException("no encryption is called " + label);
    }
}
