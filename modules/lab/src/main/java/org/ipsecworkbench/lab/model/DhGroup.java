package org.ipsecworkbench.lab.model;

/** A Diffie-Hellman group, with its number in the grammar of the old policies and of its text in events. */
public enum DhGroup {
    GROUP_1("DHGroup1", 1, "%%8230"),
    GROUP_2("DHGroup2", 2, "%%8231"),
    GROUP_14("DHGroup14", 3, "%%8232"),
    ECP_256("ECDHP256", 0, "%%8233"),
    ECP_384("ECDHP384", 0, "%%8234"),
    GROUP_24("DHGroup24", 0, "%%8248");

    private final String label;
    private final int legacy;
    private final String event;

    DhGroup(String label, int legacy, String event) {
        this.label = label;
        this.legacy = legacy;
        this.event = event;
    }

    /** The name that netsh advfirewall prints and reads. */
    public String label() {
        return label;
    }

    /** The number in offers of netsh ipsec, 1 low to 3 of 2048 bits; 0: those policies cannot have it. */
    public int legacy() {
        return legacy;
    }

    public String event() {
        return event;
    }

    /** The group of this name, in any case, or of this number in the old grammar. */
    public static DhGroup of(String text) {
        for (DhGroup group : values()) {
            if (group.label.equalsIgnoreCase(text)
                    || group.legacy > 0 && Integer.toString(group.legacy).equals(text)) {
                return group;
            }
        }
        throw new IllegalArgumentException("no Diffie-Hellman group is called " + text);
    }
}
