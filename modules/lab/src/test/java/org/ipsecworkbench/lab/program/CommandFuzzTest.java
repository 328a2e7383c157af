package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines of any content, run on an old and on a new host; the seeds are what the workbench and people send. */
class CommandFuzzTest {
    private static final int MAX_PAUSES = 5;

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "echo %PATH% ^& \"a & b\" > C:\\x 2>&1 & type C:\\x | find /i \"b\" || ver && cmd /c exit 3",
                        "netsh advfirewall consec add rule name=\"a b\" endpoint1=any endpoint2=10.57.0.0/24"
                                + " action=requireinrequireout auth1=computerpsk,computerkerb auth1psk=k"
                                + " mmsecmethods=dhgroup2:aes128-sha1 qmsecmethods=esp:sha1-aes128+60min+100000kb",
                        "netsh advfirewall set global ipsec strongcrlcheck 2",
                        "netsh ipsec static add filter filterlist=l srcaddr=me dstaddr=10.0.0.0 dstmask=255.0.0.0",
                        "netsh ipsec static add policy name=p mmsecmethods=\"3DES-SHA1-2 DES-MD5-1\" assign=y",
                        "netsh ipsec static add filteraction name=a qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s AH[MD5]\"",
                        "netsh ipsec static add rule name=r policy=p filterlist=l filteraction=a rootca=\"CN=x certmap:no\"",
                        "netsh ipsec dynamic set config property=ikelogging value=1",
                        "netsh ipsec dynamic show all",
                        "reg add HKLM\\SOFTWARE\\X /v a /t REG_DWORD /d 0x1 & reg query HKLM\\SOFTWARE",
                        "wevtutil qe Security /q:\"*[System[(EventID>=4650 and EventID<=4655)]]\" /f:xml /c:5 /rd:true",
                        "certutil -v -store My 0 C:\\a.cer& certutil -verify -urlfetch C:\\a.cer",
                        "powershell -Command Get-NetIPsecRule -PolicyStore ActiveStore | Select Name,Mode | ConvertTo-Json",
                        "sc config IKEEXT start= disabled & sc stop IKEEXT & net start IKEEXT",
                        "ping -n 3 SRV2 & w32tm /stripchart /computer:DC1 /samples:3")
                .map(line -> line.getBytes(StandardCharsets.UTF_8));
    }

    /** Running never throws, and what it keeps stays inside its limits. */
    @MethodSource("seeds")
    @FuzzTest
    void everyLineRuns(byte[] input) {
        String line = new String(input, StandardCharsets.UTF_8);
        LabNetwork network = new LabNetwork(Networks.CLOCK);
        network.add("SRV1", "10.57.0.10", WindowsVersion.SERVER_2003, Language.GERMAN);
        network.add("SRV2", "10.57.0.20", WindowsVersion.SERVER_2025, Language.ENGLISH);
        for (WindowsHost host : network.hosts()) {
            Shell shell = new Shell(host, "Administrator", 65001, Map.of());
            try {
                int code = new CommandProcessor(shell).run(line, new Impatient());
                assertTrue(code != Integer.MIN_VALUE);
            } catch (IOException e) {
                assertTrue("impatient".equals(e.getMessage()), e::toString);
            }
            assertTrue(shell.variables().size() <= Shell.MAX_VARIABLES);
        }
    }

    /** Ends a command that waits or prints for long. */
    private static final class Impatient implements Terminal {
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        private int pauses;

        @Override
        public void write(Stream stream, byte[] bytes) throws IOException {
            printed.writeBytes(bytes);
            if (printed.size() > 1 << 20) {
                throw new IOException("impatient");
            }
        }

        @Override
        public byte[] read() {
            return new byte[0];
        }

        @Override
        public void pause(Duration time) throws IOException {
            if (!time.isZero() && ++pauses > MAX_PAUSES) {
                throw new IOException("impatient");
            }
        }
    }
}
