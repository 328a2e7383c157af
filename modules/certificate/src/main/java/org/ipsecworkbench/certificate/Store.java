package org.ipsecworkbench.certificate;

/**
 * A store of certificates.
 *
 * @param location whose it is
 * @param name as Windows names it in every language: {@code My}, {@code Root}, {@code CA}; for other sources the file
 */
public record Store(StoreLocation location, String name) {
    /** Own certificates of the computer. */
    public static final Store MY = new Store(StoreLocation.COMPUTER, "My");

    /** Whether it holds own certificates, which identify its owner. */
    public boolean isPersonal() {
        return name.equalsIgnoreCase("My");
    }

    /** Whether it holds authorities that are trusted by themselves. */
    public boolean isTrusted() {
        return location.counts() && (name.equalsIgnoreCase("Root") || name.equalsIgnoreCase("AuthRoot"));
    }

    /** Whether IKE picks from it. */
    public boolean isForIke() {
        return location.counts() && isPersonal();
    }

    /** For people: {@code My (the computer's store)}. */
    public String label() {
        return name + " (" + location.label() + ")";
    }
}
