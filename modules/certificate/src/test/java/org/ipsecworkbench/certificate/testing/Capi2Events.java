package org.ipsecworkbench.certificate.testing;

import java.util.Locale;

/** Events of CAPI2 as {@code wevtutil qe … /f:xml} prints them, made by what is publicly documented of their elements. */
public final class Capi2Events {
    private static final String EVENT = """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
            <Provider Name='Microsoft-Windows-CAPI2' Guid='{5bbca4a8-b209-48dc-a8c7-b23d3e5216fb}'/>\
            <EventID>%d</EventID><Version>0</Version><Level>2</Level><TimeCreated SystemTime='%s'/>\
            <EventRecordID>7</EventRecordID><Channel>Microsoft-Windows-CAPI2/Operational</Channel>\
            <Computer>srv1.example</Computer></System><UserData>%s</UserData></Event>
            """;

    private static final String TASK =
            "<EventAuxInfo ProcessName='%s'/><CorrelationAuxInfo TaskId='{%s}' SeqNumber='3'/>";

    private Capi2Events() {}

    /** A chain that was built: errors in hex for each of its certificates, and what came of it. */
    public static String chain(
            String time, String context, String task, String result, String... thumbprintsAndErrors) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < thumbprintsAndErrors.length; i += 2) {
            elements.append("<ChainElement><Certificate fileRef='")
                    .append(thumbprintsAndErrors[i].toUpperCase(Locale.ROOT))
                    .append(".cer' subjectName='srv")
                    .append(i / 2)
                    .append("'/><TrustStatus><ErrorStatus value='")
                    .append(thumbprintsAndErrors[i + 1])
                    .append("' CERT_TRUST_X='true'/><InfoStatus value='102'/></TrustStatus></ChainElement>");
        }
        return EVENT.formatted(
                11,
                time,
                "<CertGetCertificateChain><Certificate fileRef='"
                        + thumbprintsAndErrors[0].toUpperCase(Locale.ROOT)
                        + ".cer' subjectName='srv0'/><ChainEngineInfo context='" + context + "'/>"
                        + "<CertificateChain chainRef='{1}'><TrustStatus><ErrorStatus value='" + thumbprintsAndErrors[1]
                        + "'/></TrustStatus>" + elements + "</CertificateChain>" + TASK.formatted("svchost.exe", task)
                        + "<Result value='" + result + "'>words</Result></CertGetCertificateChain>");
    }

    /** Something that was fetched from an address, or was not. */
    public static String fetch(String time, String task, String type, String url, String result) {
        return EVENT.formatted(
                53,
                time,
                "<CryptRetrieveObjectByUrlWire><URL scheme='http'>" + url + "</URL><Object type='" + type
                        + "' constant='2'/><Timeout>PT15S</Timeout>" + TASK.formatted("svchost.exe", task)
                        + "<Result value='" + result + "'>words</Result></CryptRetrieveObjectByUrlWire>");
    }

    /** A certificate whose revocation was looked at. */
    public static String revocation(String time, String thumbprint, String error) {
        return EVENT.formatted(
                41,
                time,
                "<CertVerifyRevocation><Certificate fileRef='" + thumbprint + ".cer' subjectName='srv0'/>"
                        + "<RevocationStatus index='0' error='" + error + "' reason='0'/>"
                        + TASK.formatted("lsass.exe", "9") + "<Result value='" + error
                        + "'>words</Result></CertVerifyRevocation>");
    }

    /** A chain that was held against a policy. */
    public static String policy(String time, String thumbprint, String result) {
        return EVENT.formatted(
                30,
                time,
                "<CertVerifyCertificateChainPolicy><Policy type='CERT_CHAIN_POLICY_BASE' constant='1'/><Certificate fileRef='"
                        + thumbprint + ".cer' subjectName='srv0'/><Status chainIndex='0' elementIndex='0'/>"
                        + TASK.formatted("svchost.exe", "8") + "<Result value='" + result
                        + "'>words</Result></CertVerifyCertificateChainPolicy>");
    }
}
