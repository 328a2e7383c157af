package org.ipsecworkbench.lab.program;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ipsecworkbench.lab.model.Endpoint;
import org.ipsecworkbench.lab.model.MainModeSa;
import org.ipsecworkbench.lab.model.NetEvent;
import org.ipsecworkbench.lab.model.QuickModeSa;
import org.ipsecworkbench.lab.model.Recordings;
import org.ipsecworkbench.lab.model.Recordings.Recorder;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code netsh wfp capture start|stop} and {@code netsh wfp show netevents|ikeevents|state file=NAME}, a file or {@code -} for the console. Element names are those of the
 * structures in Windows' headers; the order of a state's parts is that of samples, which had no association in them: format
 * unverified.
 */
final class NetshWfp implements Netsh.Context {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    @Override
    public int run(Call call, NetshArguments arguments) {
        WindowsHost host = call.host();
        if (arguments.word(0).equals("capture")) {
            return capture(call, arguments);
        }
        String xml = switch (arguments.command(2)) {
            case "show netevents", "show ikeevents" -> events(host);
            case "show state" -> state(host);
            default -> throw new IllegalArgumentException("nothing to show");
        };
        String file = arguments.value("file", "wfp.xml");
        if (file.equals("-")) {
            call.out().print(xml);
            return 0;
        }
        byte[] bytes = ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8);
        if (!host.files().write(call.shell().path(file), bytes, bytes.length, host.now())) {
            throw new IllegalArgumentException("no room");
        }
        call.out().say("Data collection successful; output = {0}", file);
        return 0;
    }

    /** Leaves a cabinet of that name, unless {@code cab=off} has its two files beside each other. */
    private static int capture(Call call, NetshArguments arguments) {
        Recordings recordings = call.host().network().recordings(call.host());
        if (arguments.word(1).equals("start")) {
            String file = call.shell().path(arguments.value("file", "wfpdiag"));
            String suffix = arguments.value("cab", "on").equalsIgnoreCase("off") ? ".etl" : ".cab";
            if (!recordings.start(Recorder.FILTERING_PLATFORM, file + suffix)) {
                call.out().line("A capture session is already in progress.");
                return 1;
            }
            call.out().line("Data collection started; output = " + file + suffix);
            return 0;
        }
        Optional<String> file = recordings.stop(Recorder.FILTERING_PLATFORM);
        if (file.isEmpty()) {
            call.out().line("There is no capture session in progress.");
            return 1;
        }
        if (!Pktmon.record(call, file.get())) {
            return 1;
        }
        call.out().say("Data collection successful; output = {0}", file.get());
        return 0;
    }

    private static String events(WindowsHost host) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<netEvents numItems=\"").append(host.netEvents().size()).append("\">\n");
        for (NetEvent event : host.netEvents()) {
            xml.append("\t<item>\n\t\t<header>\n");
            element(xml, 3, "timeStamp", event.time());
            xml.append("\t\t\t<flags numItems=\"1\">\n\t\t\t\t<item>FWPM_NET_EVENT_FLAG_IP_VERSION_SET</item>\n")
                    .append("\t\t\t</flags>\n");
            String version = version(event.remote());
            element(xml, 3, "ipVersion", "FWP_IP_VERSION_" + version);
            element(xml, 3, "ipProtocol", "17");
            element(xml, 3, "localAddr" + version, host.address());
            element(xml, 3, "remoteAddr" + version, event.remote());
            xml.append("\t\t</header>\n");
            failure(xml, event);
            xml.append("\t</item>\n");
        }
        return xml.append("</netEvents>\n").toString();
    }

    private static void failure(StringBuilder xml, NetEvent event) {
        boolean isQuick = event.step() == NetEvent.Step.QUICK_MODE;
        element(xml, 2, "type", "FWPM_NET_EVENT_TYPE_IKEEXT_" + (isQuick ? "QM" : "MM") + "_FAILURE");
        String name = isQuick ? "ikeQmFailure" : "ikeMmFailure";
        xml.append("\t\t<").append(name).append(">\n");
        element(xml, 3, "failureErrorCode", event.status().code());
        element(xml, 3, "failurePoint", event.isMine() ? "IPSEC_FAILURE_ME" : "IPSEC_FAILURE_PEER");
        if (!isQuick) {
            element(xml, 3, "flags", "0");
        }
        element(
                xml,
                3,
                "keyingModuleType",
                "IKEEXT_KEY_MODULE_" + module(event.module().label()));
        element(xml, 3, isQuick ? "qmState" : "mmState", state(event));
        element(xml, 3, "saRole", "IKEEXT_SA_ROLE_" + (event.isInitiator() ? "INITIATOR" : "RESPONDER"));
        if (!isQuick) {
            element(xml, 3, "mmAuthMethod", "IKEEXT_" + event.method());
        }
        xml.append("\t\t</").append(name).append(">\n");
    }

    private static String version(String address) {
        return Endpoint.isSix(address) ? "V6" : "V4";
    }

    private static String module(String label) {
        return label.equals("IKEv1") ? "IKE" : label.toUpperCase(Locale.ROOT);
    }

    private static String state(NetEvent event) {
        return switch (event.step()) {
            case FIRST_MESSAGE -> "IKEEXT_MM_SA_STATE_SA_SENT";
            case OFFERS -> event.isInitiator() ? "IKEEXT_MM_SA_STATE_SA_SENT" : "IKEEXT_MM_SA_STATE_NONE";
            case AUTHENTICATION ->
                event.isInitiator() ? "IKEEXT_MM_SA_STATE_FINAL_SENT" : "IKEEXT_MM_SA_STATE_SSPI_SENT";
            case QUICK_MODE -> event.isInitiator() ? "IKEEXT_QM_SA_STATE_INITIAL" : "IKEEXT_QM_SA_STATE_NONE";
        };
    }

    private static String state(WindowsHost host) {
        StringBuilder xml = new StringBuilder(HEAD).append("<wfpstate>\n");
        element(xml, 1, "timeStamp", host.now());
        xml.append("\t<ipsecSaContexts numItems=\"")
                .append(host.quickMode().size())
                .append("\">\n");
        for (QuickModeSa sa : host.quickMode()) {
            xml.append("\t\t<item>\n");
            element(xml, 3, "id", sa.number());
            direction(xml, "inboundSa", sa, sa.inboundSpi());
            direction(xml, "outboundSa", sa, sa.outboundSpi());
            xml.append("\t\t</item>\n");
        }
        xml.append("\t</ipsecSaContexts>\n");
        if (host.services().isRunning("IKEEXT")) {
            xml.append("\t<ikeextSas numItems=\"")
                    .append(host.mainMode().size())
                    .append("\">\n");
            host.mainMode().forEach(sa -> mainMode(xml, sa));
            xml.append("\t</ikeextSas>\n");
        }
        // Real ones have two roots.
        return xml.append("</wfpstate>\n<firewallState>\n\t<dynamicKeywordAddresses/>\n</firewallState>\n")
                .toString();
    }

    private static void direction(StringBuilder xml, String name, QuickModeSa sa, int spi) {
        xml.append("\t\t\t<").append(name).append(">\n\t\t\t\t<traffic>\n");
        element(xml, 5, "local" + version(sa.local()) + "Address", sa.local());
        element(xml, 5, "remote" + version(sa.remote()) + "Address", sa.remote());
        xml.append("\t\t\t\t</traffic>\n\t\t\t\t<saBundle>\n");
        element(xml, 5, "mmSaId", sa.mainMode());
        xml.append("\t\t\t\t\t<saList numItems=\"1\">\n\t\t\t\t\t\t<item>\n");
        element(xml, 7, "spi", Integer.toUnsignedString(spi));
        xml.append("\t\t\t\t\t\t</item>\n\t\t\t\t\t</saList>\n\t\t\t\t</saBundle>\n\t\t\t</")
                .append(name)
                .append(">\n");
    }

    private static void mainMode(StringBuilder xml, MainModeSa sa) {
        xml.append("\t\t<item>\n");
        element(xml, 3, "saId", sa.number());
        element(
                xml,
                3,
                "keyModuleType",
                "IKEEXT_KEY_MODULE_" + module(sa.module().label()));
        xml.append("\t\t\t<ikeTraffic>\n");
        element(xml, 4, "local" + version(sa.local()) + "Address", sa.local());
        element(xml, 4, "remote" + version(sa.remote()) + "Address", sa.remote());
        xml.append("\t\t\t</ikeTraffic>\n\t\t\t<cookiePair>\n");
        element(xml, 4, "initiator", sa.initiatorCookie());
        element(xml, 4, "responder", sa.responderCookie());
        xml.append("\t\t\t</cookiePair>\n\t\t</item>\n");
    }

    private static void element(StringBuilder xml, int depth, String name, Object value) {
        xml.append("\t".repeat(depth))
                .append('<')
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append(">\n");
    }
}
