package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramsTest {
    private final Prompt modern = new Prompt(Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH));
    private final Prompt legacy = new Prompt(Networks.single(WindowsVersion.SERVER_2003, Language.ENGLISH));

    @ParameterizedTest
    @EnumSource
    void everyReleaseTellsItsVersion(WindowsVersion version) {
        Prompt prompt = new Prompt(Networks.single(version, Language.ENGLISH));
        assertEquals("\r\nMicrosoft Windows [Version " + version.number() + "]\r\n", prompt.print("ver"));
    }

    @Test
    void eachReleaseHasTheProgramsOfItsTime() {
        assertEquals(1, legacy.run("wevtutil el").code());
        assertEquals(1, legacy.run("powershell -Command hostname").code());
        assertEquals(1, legacy.run("netsh advfirewall show global").code());
        assertEquals(0, modern.run("wevtutil el").code());
        assertEquals(1, modern.run("cscript eventquery.vbs /l security").code());
    }

    /** Found by fuzzing: ping and del took the last argument, and there was none. */
    @Test
    void everyProgramRunsWithoutArgumentsAndWithWrongOnes() {
        for (String program : Programs.names()) {
            for (String arguments :
                    new String[] {"", " /?", " x y z", " -n", " set config ikelogging", " /query /status"}) {
                assertTrue(isExitCode(modern.run(program + arguments).code()), program + arguments);
                assertTrue(isExitCode(legacy.run(program + arguments).code()), program + arguments);
            }
        }
    }

    /** Whether a program can end with this: a code of Win32, or one of COM, as certutil has them. */
    private static boolean isExitCode(int code) {
        return code >= 0 || code >>> 28 == 8;
    }

    @Test
    void servicesStopAndStartAgain() {
        String stopped = legacy.print("net stop policyagent");
        assertEquals(
                "The IPSEC Services service is stopping.\r\nThe IPSEC Services service was stopped successfully.\r\n\r\n",
                stopped);
        assertTrue(legacy.print("sc query PolicyAgent").contains("STATE              : 1  STOPPED"));
        assertEquals(2, legacy.run("net stop policyagent").code());
        legacy.print("net start policyagent");
        assertTrue(legacy.print("sc query PolicyAgent").contains("STATE              : 4  RUNNING"));
    }

    @Test
    void whatOthersNeedIsNotStoppedAlone() {
        assertEquals(1051, modern.run("sc stop BFE").code());
        assertEquals(2, modern.run("net stop bfe").code());
        assertTrue(modern.print("sc query IKEEXT").contains("RUNNING"));
        modern.print("net stop bfe /y");
        assertTrue(modern.print("sc query IKEEXT").contains("STOPPED"));
        modern.print("net start ikeext");
        assertTrue(modern.print("sc query BFE").contains("RUNNING"));
    }

    @Test
    void aDisabledServiceDoesNotStart() {
        modern.print("sc stop IKEEXT");
        modern.print("sc config IKEEXT start= disabled");
        assertEquals(1058, modern.run("sc start IKEEXT").code());
        modern.print("sc config IKEEXT start= auto");
        assertEquals(0, modern.run("sc start IKEEXT").code());
    }

    @Test
    void theRegistryKeepsWhatIsWritten() {
        String key = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Audit";
        modern.print("reg add " + key + " /v DisableIKEAudits /t REG_DWORD /d 1 /f");
        assertTrue(modern.print("reg query " + key + " /v disableikeaudits")
                .contains("    DisableIKEAudits    REG_DWORD    0x1\r\n"));
        modern.print("reg delete " + key + " /v DisableIKEAudits /f");
        assertEquals(1, modern.run("reg query " + key + " /v DisableIKEAudits").code());
        assertEquals(1, modern.run("reg add X /v a /t REG_DWORD /d many").code());
    }

    @Test
    void netPrintsInTheOemPageWhateverTheConsoleHas() {
        Prompt german = new Prompt(Networks.single(WindowsVersion.SERVER_2019, Language.GERMAN), 65001);
        Prompt.Printed printed = german.run("net start nothing");
        assertTrue(new String(printed.stderr(), Charset.forName("IBM850")).startsWith("Der Dienstname ist ungültig."));
        assertFalse(printed.err().contains("ungültig"));
        assertTrue(german.run("foo").err().contains("konnte nicht gefunden werden"));
    }

    @Test
    void japaneseComesInItsOwnPage() {
        Prompt japanese = new Prompt(Networks.single(WindowsVersion.SERVER_2025, Language.JAPANESE), 0);
        Prompt.Printed printed = japanese.run("foo");
        assertTrue(new String(printed.stderr(), Charset.forName("windows-31j")).contains("認識されていません"));
        assertTrue(japanese.run("chcp").out(Charset.forName("windows-31j")).contains("932"));
    }

    @Test
    void settingsOfTheOldPoliciesAreGoneWithTheService() {
        legacy.print("netsh ipsec dynamic set config ikelogging 1");
        legacy.print("netsh ipsec dynamic set config property=strongcrlcheck value=0");
        assertTrue(legacy.print("netsh ipsec dynamic show config").contains("IKElogging              : 1"));
        legacy.print("net stop policyagent & net start policyagent");
        String config = legacy.print("netsh ipsec dynamic show config");
        assertTrue(config.contains("IKElogging              : 0"), config);
        assertTrue(config.contains("StrongCRLCheck          : 1"), config);
        assertEquals(1, legacy.run("netsh ipsec dynamic set config nonsense 1").code());
    }

    @Test
    void oldPoliciesAreMadeAssignedAndDeleted() {
        legacy.print("netsh ipsec static add filterlist name=\"To SRV2\"");
        legacy.print("netsh ipsec static add filter filterlist=\"To SRV2\" srcaddr=me dstaddr=10.57.0.20");
        legacy.print(
                "netsh ipsec static add filteraction name=Enc action=negotiate qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"");
        legacy.print("netsh ipsec static add policy name=Mine");
        legacy.print(
                "netsh ipsec static add rule name=r policy=Mine filterlist=\"To SRV2\" filteraction=Enc psk=\"k\"");
        legacy.print("netsh ipsec static set policy name=Mine assign=y");
        String shown = legacy.print("netsh ipsec static show policy name=Mine");
        assertTrue(shown.contains("Assigned                : YES"), shown);
        assertTrue(legacy.print("netsh ipsec dynamic show all").contains("Active policy           : Mine"));
        legacy.print("netsh ipsec static set policy name=Mine assign=n");
        assertTrue(legacy.print("netsh ipsec dynamic show all").contains("Active policy           : NONE"));
        legacy.print("netsh ipsec static delete policy name=Mine");
        assertEquals(
                1,
                legacy.run("netsh ipsec static set policy name=Mine assign=y").code());
    }

    @Test
    void connectionSecurityRulesAreAddedChangedAndDeleted() {
        modern.print("netsh advfirewall consec add rule name=\"PSK test\" endpoint1=10.57.0.10 endpoint2=10.57.0.20"
                + " action=requestinrequestout auth1=computerpsk auth1psk=\"k\"");
        String shown = modern.print("netsh advfirewall consec show rule name=\"psk TEST\"");
        assertTrue(shown.contains("Auth1PSK:                    k\r\n"), shown);
        modern.print("netsh advfirewall consec set rule name=\"PSK test\" new action=requireinrequireout");
        assertTrue(modern.print("netsh advfirewall consec show rule name=all").contains("RequireInRequireOut"));
        modern.print("netsh advfirewall consec delete rule name=\"PSK test\"");
        assertEquals(
                1, modern.run("netsh advfirewall consec show rule name=all").code());
        assertEquals(
                1,
                modern.run("netsh advfirewall consec add rule name=x action=sideways")
                        .code());
    }

    @Test
    void powershellRunsWhatItKnowsFromALineOrFromItsInput() {
        String encoded = "VwByAGkAdABlAC0ASABvAHMAdAAgACcAaABpACcA";
        assertEquals("hi\r\n", modern.print("powershell -NoProfile -NonInteractive -EncodedCommand " + encoded));
        assertEquals(
                "hi\r\n",
                modern.run("powershell -NoProfile -Command -", "Write-Host 'hi'")
                        .out());
        assertTrue(modern.print("powershell -Command \"Get-Service IKEEXT | ConvertTo-Json\"")
                .startsWith("{\"Name\":\"IKEEXT\""));
        Prompt.Printed unknown = modern.run("powershell -Command Get-Nothing");
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().startsWith("Get-Nothing : The term 'Get-Nothing' is not recognized"));
    }

    @Test
    void powershellRunsProgramsToo() {
        assertTrue(modern.print("powershell -Command \"sc.exe query IKEEXT; hostname\"")
                .endsWith("SRV1\r\n"));
        assertEquals(2, modern.run("powershell -Command net stop nothing").code());
    }

    @Test
    void aScriptOfTheWorkbenchThatTheLabDoesNotKnowFails() {
        Prompt.Printed unknown = modern.run("powershell -Command \"<#ipsecwb from-the-future#>'x'\"");
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().contains("from-the-future"), unknown.err());
    }

    @Test
    void powershellTellsWhichRuleWins() {
        modern.print("netsh advfirewall consec add rule name=Wide endpoint1=any endpoint2=any"
                + " action=requestinrequestout auth1=computerkerb");
        modern.print("netsh advfirewall consec add rule name=Narrow endpoint1=any endpoint2=10.57.0.20"
                + " action=requireinrequireout auth1=computerpsk auth1psk=secret");
        assertEquals(
                "{\"DisplayName\":\"Narrow\",\"InboundSecurity\":\"Require\"}\r\n",
                modern.print("powershell -Command \"Find-NetIPsecRule -RemoteAddress 10.57.0.20"
                        + " | Select-Object DisplayName,InboundSecurity | ConvertTo-Json -Compress\""));
        assertTrue(modern.print("powershell -Command \"Find-NetIPsecRule -RemoteAddress 10.57.0.30\"")
                .contains("DisplayName           : Wide"));
        String sets = modern.print("powershell -Command \"Get-NetIPsecPhase1AuthSet\"");
        assertTrue(sets.contains("ComputerPSK") && !sets.contains("secret"), sets);
    }

    @Test
    void powershellTellsOfEachStoreApart() {
        Prompt prompt = new Prompt(Networks.host(Networks.play("domain-hides-rule"), "SRV1"));
        String local = prompt.print("powershell -Command \"Get-NetIPsecRule | ConvertTo-Json\"");
        String domain = prompt.print("powershell -Command \"Get-NetIPsecRule -PolicyStore RSOP | ConvertTo-Json\"");
        String active =
                prompt.print("powershell -Command \"Get-NetIPsecRule -PolicyStore ActiveStore | ConvertTo-Json\"");
        assertTrue(local.contains("\"PersistentStore\"") && !local.contains("GroupPolicy"), local);
        assertTrue(domain.contains("\"GroupPolicy\"") && !domain.contains("PersistentStore"), domain);
        assertTrue(active.contains("\"EnforcementStatus\":\"Full\""), active);
    }

    @Test
    void theClockIsPutRight() {
        var host = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);
        host.setClockOffset(java.time.Duration.ofMinutes(12));
        Prompt prompt = new Prompt(host);
        String chart = prompt.print("w32tm /stripchart /computer:DC1 /samples:2 /dataonly");
        assertTrue(chart.contains("09:42:00, -720.0000000s"), chart);
        assertTrue(prompt.print("klist").contains("Cached Tickets: (0)"));
        prompt.print("w32tm /resync");
        assertTrue(prompt.print("klist").contains("Cached Tickets: (1)"));
    }

    @Test
    void aFileOfAnySizeIsRead() {
        modern.print("fsutil file createnew C:\\big 1000000");
        assertEquals(1_000_000, modern.run("type C:\\big").stdout().length);
        assertTrue(modern.print("certutil -hashfile C:\\big SHA256")
                .contains("d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025"));
        modern.print("del C:\\big");
        assertEquals(1, modern.run("type C:\\big").code());
    }

    @Test
    void auditingIsToldAndSwitchedByNumbersThatHaveNoLanguage() {
        String get = "auditpol /get /subcategory:\"{0CCE9218-69AE-11D9-BED3-505054503030}\" /r";
        assertTrue(modern.print(get).endsWith("{0CCE9218-69AE-11D9-BED3-505054503030},Success and Failure,\r\n"));
        modern.print(
                "auditpol /set /subcategory:\"{0CCE9218-69AE-11D9-BED3-505054503030}\" /success:disable /failure:disable");
        assertTrue(modern.print(get).contains("No Auditing"));
    }
}
