package org.ipsecworkbench.capture.live;

import java.util.Locale;

/** What to install or grant, by operating system. The commands for Linux were tried on Debian 12, the others were not. */
final class Remedy {
    private Remedy() {}

    /** @param system value of {@code os.name} */
    static String library(String system) {
        return switch (family(system)) {
            case "windows" -> "Install Npcap from https://npcap.com and start the workbench again.";
            case "mac" -> "libpcap is a part of macOS; a Java that was made for another processor cannot load it.";
            default -> """
                Install it:
                  sudo apt-get install libpcap0.8    (Debian, Ubuntu)
                  sudo dnf install libpcap           (Fedora, Red Hat)
                  sudo zypper install libpcap1       (SUSE)""";
        };
    }

    /**
     * @param system value of {@code os.name}
     * @param java home of the running Java
     */
    static String rights(String system, String java) {
        return switch (family(system)) {
            case "windows" ->
                "Npcap was installed for administrators only. Start the workbench as administrator, or install Npcap again"
                        + " without “Restrict Npcap driver's access to Administrators only”.";
            case "mac" -> """
                Let your user read the devices of the packet filter, until the next start of macOS:
                  sudo chown $USER /dev/bpf*
                Wireshark's package ChmodBPF does this for good.""";
            default -> """
                Start with the right to capture, this once:
                  sudo -E setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups \\
                    --inh-caps=+net_raw --ambient-caps=+net_raw ./ipsecwb
                or give it to this Java for good, and with it to everybody who runs it:
                  sudo setcap cap_net_raw=eip %1$s/bin/java
                  echo %1$s/lib | sudo tee /etc/ld.so.conf.d/java-capture.conf && sudo ldconfig""".formatted(java);
        };
    }

    private static String family(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "mac" : "linux";
    }
}
