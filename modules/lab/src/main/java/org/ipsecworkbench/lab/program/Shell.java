package org.ipsecworkbench.lab.program;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * What the commands of one remote shell share: the host, who runs them, variables, code page and folder. One thread at a
 * time.
 */
public final class Shell {
    /** Variables that a shell holds at most; further ones are not set. */
    public static final int MAX_VARIABLES = 500;

    /** How deep cmd and PowerShell may call one another. */
    static final int MAX_DEPTH = 8;

    private static final int UTF_8 = 65001;

    private final WindowsHost host;
    private final String user;
    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int codePage;
    private int depth;
    private String folder;

    /**
     * Makes a shell.
     *
     * @param codePage the number of the console's code page, 0 for that of the host
     */
    public Shell(WindowsHost host, String user, int codePage, Map<String, String> environment) {
        this.host = host;
        this.user = user;
        this.codePage = codePage == UTF_8 ? UTF_8 : host.language().codePage();
        this.folder = (host.version().isLegacy() ? "C:\\Documents and Settings\\" : "C:\\Users\\") + user;
        String root = host.version().systemRoot();
        variables.put("COMPUTERNAME", host.name());
        variables.put("ComSpec", root + "\\system32\\cmd.exe");
        variables.put("OS", "Windows_NT");
        variables.put("Path", root + "\\system32;" + root);
        variables.put("SystemDrive", "C:");
        variables.put("SystemRoot", root);
        variables.put("windir", root);
        variables.put("TEMP", folder + "\\Temp");
        variables.put("USERDOMAIN", Domain.NETBIOS);
        variables.put("USERNAME", user);
        environment.forEach(this::set);
    }

    private Shell(Shell other) {
        this.host = other.host;
        this.user = other.user;
        this.codePage = other.codePage;
        this.folder = other.folder;
        this.variables.putAll(other.variables);
    }

    /** A copy for one command, which changes nothing of this: each command is a process of its own. */
    public Shell copy() {
        return new Shell(this);
    }

    /** Goes one line deeper into lines that run lines; whether that is allowed. */
    boolean enter() {
        if (depth >= MAX_DEPTH) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    WindowsHost host() {
        return host;
    }

    String user() {
        return user;
    }

    Map<String, String> variables() {
        return variables;
    }

    void set(String name, String value) {
        if (value.isEmpty()) {
            variables.remove(name);
        } else if (variables.size() < MAX_VARIABLES || variables.containsKey(name)) {
            variables.put(name, value);
        }
    }

    int codePage() {
        return codePage;
    }

    void setCodePage(int number) {
        codePage = number;
    }

    Charset charset() {
        return codePage == UTF_8 ? StandardCharsets.UTF_8 : host.language().oem();
    }

    String folder() {
        return folder;
    }

    /** Changes the folder in which commands begin. */
    public void setFolder(String path) {
        folder = path;
    }

    /** The whole path of a file that a command names. */
    String path(String name) {
        if (name.startsWith("\\")) {
            return "C:" + name;
        }
        return name.length() > 1 && name.charAt(1) == ':' ? name : folder + "\\" + name;
    }
}
