package org.ipsecworkbench.lab.model;

/** An integrity algorithm, with the numbers of its text in events of main mode and of quick mode (msobjs.dll). */
public enum Integrity {
    NONE("None", "-", "-"),
    MD5("MD5", "%%8197", "%%16392"),
    SHA1("SHA1", "%%8198", "%%16393"),
    SHA256("SHA256", "%%8242", "%%16394"),
    SHA384("SHA384", "%%8243", "-"),
    AES_GCM_128("AESGCM128", "-", "%%16395"),
    AES_GCM_256("AESGCM256", "-", "%%16397");

    private final String label;
    private final String mainMode;
    private final String quickMode;

    Integrity(String label, String mainMode, String quickMode) {
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

    /** The algorithm of this name, in any case. */
    public static Integrity of(String label) {
        for (Integrity integrity : values()) {
            if (integrity.label.equalsIgnoreCase(label)) {
                return integrity;
            }
        }
        throw new IllegalArgumentException("no integrity algorithm is called " + label);
    }
}
