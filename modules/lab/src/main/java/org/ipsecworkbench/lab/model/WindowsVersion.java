package org.ipsecworkbench.lab.model;

/** A release of Windows that the lab simulates. */
public enum WindowsVersion {
    SERVER_2003("2003", "Microsoft(R) Windows(R) Server 2003, Standard Edition", "5.2.3790", "C:\\WINDOWS"),
    SERVER_2008_R2("2008r2", "Microsoft Windows Server 2008 R2 Standard", "6.1.7601", "C:\\Windows"),
    SERVER_2012_R2("2012r2", "Microsoft Windows Server 2012 R2 Standard", "6.3.9600", "C:\\Windows"),
    SERVER_2019("2019", "Microsoft Windows Server 2019 Standard", "10.0.17763", "C:\\Windows"),
    SERVER_2025("2025", "Microsoft Windows Server 2025 Standard", "10.0.26100", "C:\\Windows");

    private final String id;
    private final String caption;
    private final String number;
    private final String systemRoot;

    WindowsVersion(String id, String caption, String number, String systemRoot) {
        this.id = id;
        this.caption = caption;
        this.number = number;
        this.systemRoot = systemRoot;
    }

    /** The short name in scenario files. */
    public String id() {
        return id;
    }

    /** The product's name, such as {@code systeminfo} prints it. */
    public String caption() {
        return caption;
    }

    /** Major, minor and build number with dots between. */
    public String number() {
        return number;
    }

    /** What {@code %SystemRoot%} stands for. */
    public String systemRoot() {
        return systemRoot;
    }

    /** Whether IPsec policies are those of the policy agent only: no connection security rules, no AuthIP. */
    public boolean isLegacy() {
        return this == SERVER_2003;
    }

    /** The release with this short name. */
    public static WindowsVersion of(String id) {
        for (WindowsVersion version : values()) {
            if (version.id.equals(id)) {
                return version;
            }
        }
        throw new IllegalArgumentException("no release of Windows is called " + id);
    }
}
