package org.ipsecworkbench.hostconnection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks a host what it is, in a form that does not depend on its language: lines of name and value. */
final class SystemProbe {
    /** The script; a simulated host knows it by its text. PowerShell 2, which 2008 R2 has, is enough for it. */
    static final String SCRIPT = "$o=Get-WmiObject Win32_OperatingSystem;"
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

    private SystemProbe() {}

    static RemoteCommand command() {
        return RemoteCommand.powerShell(SCRIPT, Map.of()).withDeadline(DEADLINE);
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
