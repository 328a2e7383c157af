package org.ipsecworkbench.lab.program;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.jspecify.annotations.Nullable;

/** The programs that a host has, by name: which release brought which. */
final class Programs {
    private static final Map<String, Program> EVERYWHERE = new HashMap<>();
    private static final Map<String, Program> MODERN = new HashMap<>();
    /** From Windows Server 2019 on. */
    private static final Map<String, Program> RECENT = Map.of("pktmon", new Pktmon());

    private static final Map<String, Program> LEGACY = new HashMap<>();

    static {
        EVERYWHERE.putAll(Builtins.all());
        EVERYWHERE.put("chcp", new Chcp());
        EVERYWHERE.put("certutil", new Certutil());
        EVERYWHERE.put("find", new Find());
        EVERYWHERE.put("fsutil", new Fsutil());
        EVERYWHERE.put("gpresult", new Gpresult());
        EVERYWHERE.put("gpupdate", new Gpupdate());
        EVERYWHERE.put("hostname", new Hostname());
        EVERYWHERE.put("ipconfig", new Ipconfig());
        EVERYWHERE.put("more", new More());
        EVERYWHERE.put("net", new Net());
        EVERYWHERE.put("netsh", new Netsh());
        EVERYWHERE.put("nltest", new Nltest());
        EVERYWHERE.put("ping", new Ping());
        EVERYWHERE.put("reg", new Reg());
        EVERYWHERE.put("sc", new Sc());
        EVERYWHERE.put("schtasks", new Schtasks());
        EVERYWHERE.put("shutdown", new Shutdown());
        EVERYWHERE.put("systeminfo", new Systeminfo());
        EVERYWHERE.put("w32tm", new W32tm());
        EVERYWHERE.put("whoami", new Whoami());
        MODERN.put("auditpol", new Auditpol());
        MODERN.put("klist", new Klist());
        MODERN.put("powershell", new Powershell());
        MODERN.put("setspn", new Setspn());
        MODERN.put("wevtutil", new Wevtutil());
        LEGACY.put("cscript", new Eventquery());
        LEGACY.put("eventquery.vbs", new Eventquery());
    }

    private Programs() {}

    /** The names of all programs, whatever the release. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(EVERYWHERE.keySet());
        names.addAll(MODERN.keySet());
        names.addAll(RECENT.keySet());
        names.addAll(LEGACY.keySet());
        return names;
    }

    /** The program of this name in lower case, or null. */
    static @Nullable Program find(WindowsHost host, String name) {
        Program program = EVERYWHERE.get(name);
        if (program != null) {
            return program;
        }
        if (host.version().compareTo(WindowsVersion.SERVER_2019) >= 0 && RECENT.containsKey(name)) {
            return RECENT.get(name);
        }
        return host.version() == WindowsVersion.SERVER_2003 ? LEGACY.get(name) : MODERN.get(name);
    }
}
