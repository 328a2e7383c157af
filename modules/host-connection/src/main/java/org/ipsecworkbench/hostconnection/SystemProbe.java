package org.ipsecworkbench.hostconnection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a host what it is, in a form that does not depend on its language: by a script of PowerShell that prints lines of
 * name and value; of a host without PowerShell, as Windows 2003 came, by its registry and its services.
 */
final class SystemProbe {
    /** The script; a simulated host knows it by its mark. PowerShell 2, which 2008 R2 has, is enough for it. */
    static final String SCRIPT = "<#ipsecwb system#>"
            + "$o=Get-WmiObject Win32_OperatingSystem;"
            + "'os='+$o.Caption;'version='+$o.Version;"
            + "'culture='+(Get-Culture).Name;"
            + "'powershell='+$PSVersionTable.PSVersion;"
            + "$p=New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent());"
            + "'elevated='+$p.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator);"
            + "'time='+[DateTime]::UtcNow.ToString('o');"
            + "foreach($n in 'PolicyAgent','IKEEXT','BFE','MpsSvc','CryptSvc','EventLog')"
            + "{$s=Get-Service $n -ErrorAction SilentlyContinue;if($s){'service.'+$n+'='+$s.Status}}";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int MAX_LINES = 100;

    /** A value of the registry in what {@code reg query} prints: name, type and data between tabs or blanks. */
    private static final Pattern VALUE = Pattern.compile("\\s+(\\S+)\\s+REG_[A-Z]+\\s+(.*\\S)\\s*");

    /** The state in what {@code sc query} prints, whatever the label: 1 is stopped, 4 is running. */
    private static final Pattern STATE = Pattern.compile("\\s[^:]*:\\s*([1-7])\\s+[A-Z_]+\\s*");

    private static final Map<String, String> STATES = Map.of("1", "Stopped", "4", "Running");
    private static final String CURRENT_VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String LANGUAGE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language";
    /** The hive of the account Local Service, which only administrators may read. */
    private static final String LOCAL_SERVICE = "HKU\\S-1-5-19";

    private SystemProbe() {}

    static RemoteCommand command() {
        return RemoteCommand.powerShell(SCRIPT, Map.of()).withDeadline(DEADLINE);
    }

    /**
     * The same values without PowerShell, as far as they can be had; no {@code os} where the host did not say it.
     *
     * @throws ConnectionException where the host cannot be asked any more
     */
    static Map<String, String> withoutPowerShell(HostConnection connection) throws ConnectionException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> version = registry(connection.run(registry(CURRENT_VERSION)));
        String product = version.get("ProductName");
        if (product == null) {
            return values;
        }
        values.put("os", product);
        String number = version.get("CurrentVersion");
        String build = version.get("CurrentBuildNumber");
        if (number != null && build != null) {
            values.put("version", number + "." + build);
        }
        String language = registry(connection.run(registry(LANGUAGE))).get("InstallLanguage");
        if (language != null) {
            values.put("culture", "language 0x" + language);
        }
        values.put("powershell", "none");
        values.put("elevated", Boolean.toString(succeeded(connection.run(registry(LOCAL_SERVICE)))));
        for (String service : List.of("PolicyAgent", "CryptSvc", "EventLog")) {
            Transcript state =
                    connection.run(RemoteCommand.program("sc", "query", service).withDeadline(DEADLINE));
            if (succeeded(state)) {
                values.put("service." + service, state(state));
            }
        }
        return values;
    }

    private static boolean succeeded(Transcript transcript) {
        return transcript.ending().exitCode().orElse(1) == 0;
    }

    private static RemoteCommand registry(String key) {
        return RemoteCommand.program("reg", "query", key).withDeadline(DEADLINE);
    }

    private static Map<String, String> registry(Transcript transcript) {
        Map<String, String> values = new LinkedHashMap<>();
        transcript.outputText().lines().limit(MAX_LINES).forEach(line -> {
            Matcher value = VALUE.matcher(line);
            if (value.matches()) {
                values.putIfAbsent(value.group(1), value.group(2));
            }
        });
        return values;
    }

    private static String state(Transcript transcript) {
        return transcript
                .outputText()
                .lines()
                .limit(MAX_LINES)
                .map(STATE::matcher)
                .filter(Matcher::matches)
                .map(state -> STATES.getOrDefault(state.group(1), "Changing"))
                .findFirst()
                .orElse("Unknown");
    }

    /** The values by name, in their order; lines of any other form are left out. */
    static Map<String, String> values(Transcript transcript) {
        Map<String, String> values = new LinkedHashMap<>();
        transcript.outputText().lines().limit(MAX_LINES).forEach(line -> {
            int end = line.indexOf('=');
            if (end > 0) {
                values.putIfAbsent(
                        line.substring(0, end).strip(), line.substring(end + 1).strip());
            }
        });
        return values;
    }
}
