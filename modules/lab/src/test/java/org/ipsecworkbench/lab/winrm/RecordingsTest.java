package org.ipsecworkbench.lab.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.XmlText;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.testing.Networks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the replies against what real hosts replied to the same requests: every element, attribute and constant, in order.
 * The recordings lie beside the project.
 */
class RecordingsTest {
    private static final Pattern EXCHANGE =
            Pattern.compile("(?ms)^- request: ('?<.*?)^  response: ('?<.*?)(?=^- |^  [a-z_]+:|\\z)");
    private static final Pattern ITEM =
            Pattern.compile("(?s)<request action=[^>]*>(.*?)</request>\\s*<response>(.*?)</response>");
    private static final Pattern SHELL_ID = Pattern.compile("Name=\"ShellId\">([^<]+)<");
    private static final Pattern COMMAND_ID = Pattern.compile("CommandId>([^<]+)<");

    /** Elements whose text is the same on every host. */
    private static final Set<String> CONSTANT = Set.of(
            "Action",
            "To",
            "RelatesTo",
            "ResourceURI",
            "ResourceUri",
            "Address",
            "InputStreams",
            "OutputStreams",
            "IdleTimeOut",
            "ShellRunTime",
            "ShellInactivity",
            "Value",
            "FaultDetail",
            "Variable");

    private static final Set<String> CONSTANT_ATTRIBUTES =
            Set.of("State", "Code", "End", "xml:lang", "provider", "path");

    record Exchange(String request, String response) {}

    /** Of a host of this release. */
    record Recording(String name, WindowsVersion version, List<Exchange> exchanges) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Recording> recordings() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/wsman-recordings/pypsrp"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no recordings of real hosts: shared/wsman-recordings is not there");
        List<Recording> all = new ArrayList<>();
        for (String name : List.of(
                "winrs_standard",
                "winrs_bad_cmd_id",
                "winrs_no_cmd_shell",
                "winrs_fail_poll_process",
                "winrs_send",
                "winrs_environment",
                "winrs_noprofile",
                "winrs_extra_opts",
                "winrs_open_already_opened",
                "client_execute_cmd",
                "client_execute_cmd_environment")) {
            String text = Files.readString(
                    folder.resolve("shared/wsman-recordings/pypsrp/test_" + name + ".yml"), StandardCharsets.UTF_8);
            List<Exchange> exchanges = EXCHANGE.matcher(text)
                    .results()
                    .map(found -> new Exchange(plain(found.group(1)), plain(found.group(2))))
                    .toList();
            boolean isNew = text.contains("ActivityId");
            all.add(new Recording(name, isNew ? WindowsVersion.SERVER_2019 : WindowsVersion.SERVER_2012_R2, exchanges));
        }
        Path winrm4j = folder.resolve("shared/wsman-recordings/winrm4j");
        all.add(new Recording("Windows 7", WindowsVersion.SERVER_2008_R2, items(winrm4j.resolve("win7.xml"))));
        all.add(new Recording("Windows 2012", WindowsVersion.SERVER_2012_R2, items(winrm4j.resolve("win12.xml"))));
        return all.stream();
    }

    /** Exchanges in which the number of the message and the address of the service stand as names. */
    private static List<Exchange> items(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8)
                .replace("${messageId}", "uuid:6A2A6D5C-3E37-4C2E-9B23-1C2D6A0E9D11")
                .replace("${serviceUrl}", "http://host:5985/wsman");
        return ITEM.matcher(text)
                .results()
                .map(found ->
                        new Exchange(found.group(1).strip(), found.group(2).strip()))
                .toList();
    }

    /** A value of YAML, which doubles a quote inside quotes. */
    private static String plain(String yaml) {
        String text = yaml.strip();
        return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void repliesHaveTheFieldsThatWereRecorded(Recording recording) throws IOException {
        assertTrue(recording.exchanges().size() >= 2, "exchanges were found");
        WindowsHost host = Networks.single(recording.version(), Language.ENGLISH);
        ShellService service = new ShellService(host, Quotas.of(host.version()), Thread::new);
        String theirShell = "";
        String ourShell = "";
        String theirCommand = "";
        String ourCommand = "";
        int number = 0;
        for (Exchange exchange : recording.exchanges()) {
            String request = exchange.request();
            request = theirShell.isEmpty() ? request : request.replace(theirShell, ourShell);
            request = theirCommand.isEmpty() ? request : request.replace(theirCommand, ourCommand);
            String reply = whole(host, service, request);
            Element theirs = XmlText.read(exchange.response().getBytes(StandardCharsets.UTF_8));
            Element ours = XmlText.read(reply.getBytes(StandardCharsets.UTF_8));
            number++;
            assertEquals(shape(theirs), shape(ours), "exchange " + number + " of " + recording);
            theirShell = id(SHELL_ID, exchange.response(), theirShell);
            ourShell = id(SHELL_ID, reply, ourShell);
            theirCommand = id(COMMAND_ID, exchange.response(), theirCommand);
            ourCommand = id(COMMAND_ID, reply, ourCommand);
        }
        service.close();
    }

    private static String id(Pattern pattern, String text, String before) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : before;
    }

    /** The reply, output gathered until the command is done, as hosts that are slower than the lab do. */
    private static String whole(WindowsHost host, ShellService service, String request) throws MalformedException {
        Envelope asked = Envelope.read(request.getBytes(StandardCharsets.UTF_8));
        try {
            Element body = service.reply(asked, "vagrant");
            while (asked.action().equals(Names.RECEIVE)
                    && !body.find(Names.SHELL, "ExitCode").isPresent()) {
                List<Element> parts = new ArrayList<>(body.children().get(0).children());
                parts.remove(parts.size() - 1);
                parts.addAll(service.reply(asked, "vagrant").children().get(0).children());
                body = Element.of(
                        Names.SOAP, "Body", Element.of(Names.SHELL, "ReceiveResponse", parts.toArray(Element[]::new)));
            }
            byte[] reply = WsmanReply.envelope(host, asked, asked.action() + "Response", body);
            return new String(reply, StandardCharsets.UTF_8);
        } catch (ShellFault e) {
            byte[] reply = WsmanReply.envelope(
                    host, asked, "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault", e.body("en-US"));
            return new String(reply, StandardCharsets.UTF_8);
        }
    }

    private static List<String> shape(Element root) {
        List<String> shape = new ArrayList<>();
        shape(root, "", shape);
        // Output comes in any number of pieces.
        List<String> joined = new ArrayList<>();
        for (String line : shape) {
            boolean isPiece = line.contains("/Stream[") && !line.contains("End=");
            if (!isPiece || joined.isEmpty() || !joined.get(joined.size() - 1).equals(line)) {
                joined.add(line);
            }
        }
        return joined;
    }

    private static void shape(Element element, String path, List<String> shape) {
        String here = path + "/" + element.name();
        Set<String> attributes = new TreeSet<>();
        element.attributes().forEach((name, value) -> {
            boolean isStream = element.name().equals("Stream") && name.equals("Name");
            attributes.add(CONSTANT_ATTRIBUTES.contains(name) || isStream ? name + "=" + value : name);
        });
        String text = CONSTANT.contains(element.name()) ? " " + element.text().strip() : "";
        shape.add(here + attributes + text);
        element.children().forEach(child -> shape(child, here, shape));
    }
}
