package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.lab.model.AuditEvent;
import org.ipsecworkbench.lab.model.EventLog;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code wevtutil qe|gli|cl|el}: the logs as XML in one line per event, the form of a sample from 2020. What rendering adds
 * is unverified and has no message.
 */
final class Wevtutil implements Program {
    private static final String SECURITY = "Microsoft-Windows-Security-Auditing";
    private static final String SECURITY_GUID = "{54849625-5478-4994-A5BA-3E3B0328C30D}";

    @Override
    public int run(Call call) {
        WindowsHost host = call.host();
        String name = call.argument(1);
        EventLog log = name.equalsIgnoreCase("Security")
                ? host.security()
                : name.equalsIgnoreCase("System") ? host.system() : null;
        String verb = call.word(0);
        if (verb.equals("el")) {
            call.out().line("Security");
            call.out().line("System");
            return 0;
        }
        if (log == null) {
            call.err().say("The specified channel could not be found. Check channel configuration.");
            return 15007;
        }
        return switch (verb) {
            case "qe", "query-events" -> query(call, log);
            case "gli", "get-log-info" -> {
                call.out().line("numberOfLogRecords: " + log.events().size());
                call.out()
                        .line("oldestRecordNumber: "
                                + (log.events().isEmpty()
                                        ? 0
                                        : log.events().get(0).number()));
                yield 0;
            }
            case "cl", "clear-log" -> {
                log.clear();
                yield 0;
            }
            default -> {
                call.err().say("Invalid option {0}.", verb);
                yield 87;
            }
        };
    }

    private static int query(Call call, EventLog log) {
        String query = call.option("/q:");
        String count = call.option("/c:");
        String form = call.option("/f:");
        int most;
        try {
            most = count == null ? Integer.MAX_VALUE : Integer.parseInt(count);
        } catch (NumberFormatException e) {
            call.err().say("Invalid option {0}.", "c");
            return 87;
        }
        EventSelection selection = EventSelection.of(query == null ? "" : query);
        List<AuditEvent> events = new ArrayList<>(log.events());
        if ("true".equalsIgnoreCase(call.option("/rd:"))) {
            Collections.reverse(events);
        }
        boolean isText = "text".equalsIgnoreCase(form);
        boolean isRendered = "renderedxml".equalsIgnoreCase(form);
        int written = 0;
        for (AuditEvent event : events) {
            if (selection.selects(event, call.host().now()) && written < most) {
                if (isText) {
                    text(call, event, written);
                } else {
                    call.out().line(xml(call.host(), event, isRendered));
                }
                written++;
            }
        }
        return 0;
    }

    private static int task(int id) {
        return switch (id) {
            case 4650, 4651, 4652, 4653, 4655 -> 12547;
            case 4654, 5451, 5452 -> 12549;
            case 5478, 5479, 4963 -> 12291;
            default -> 0;
        };
    }

    private static String xml(WindowsHost host, AuditEvent event, boolean isRendered) {
        boolean isSecurity = event.log().equals("Security");
        boolean hasTunnel = event.data().containsKey("TunnelId");
        StringBuilder xml = new StringBuilder(1500);
        xml.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>");
        xml.append(
                isSecurity
                        ? "<Provider Name='" + SECURITY + "' Guid='" + SECURITY_GUID + "'/>"
                        : "<Provider Name='Service Control Manager'/>");
        xml.append("<EventID>").append(event.id()).append("</EventID>");
        xml.append("<Version>").append(hasTunnel ? 1 : 0).append("</Version><Level>0</Level>");
        xml.append("<Task>").append(task(event.id())).append("</Task><Opcode>0</Opcode>");
        xml.append("<Keywords>").append(keywords(event)).append("</Keywords>");
        xml.append("<TimeCreated SystemTime='").append(event.time()).append("'/>");
        xml.append("<EventRecordID>").append(event.number()).append("</EventRecordID>");
        xml.append("<Correlation/><Execution ProcessID='660' ThreadID='124'/>");
        xml.append("<Channel>").append(event.log()).append("</Channel>");
        xml.append("<Computer>").append(host.qualifiedName()).append("</Computer><Security/></System><EventData>");
        for (Map.Entry<String, String> value : event.data().entrySet()) {
            xml.append("<Data Name='").append(value.getKey()).append("'>");
            escape(value.getValue(), xml);
            xml.append("</Data>");
        }
        xml.append("</EventData>");
        if (isRendered) {
            xml.append("<RenderingInfo Culture='")
                    .append(host.language().tag())
                    .append("'><Level>Information</Level><Channel>")
                    .append(event.log())
                    .append("</Channel></RenderingInfo>");
        }
        return xml.append("</Event>").toString();
    }

    private static String keywords(AuditEvent event) {
        if (!event.log().equals("Security")) {
            return "0x8080000000000000";
        }
        return event.isSuccess() ? "0x8020000000000000" : "0x8010000000000000";
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '\'' -> to.append("&apos;");
                default -> to.append(c);
            }
        }
    }

    private static void text(Call call, AuditEvent event, int index) {
        call.out().line("Event[" + index + "]:");
        call.out().line("  Log Name: " + event.log());
        call.out().line("  Source: " + (event.log().equals("Security") ? SECURITY : "Service Control Manager"));
        call.out().line("  Date: " + event.time().toString().toUpperCase(Locale.ROOT));
        call.out().line("  Event ID: " + event.id());
        call.out().line("  Keyword: " + (event.isSuccess() ? "Audit Success" : "Audit Failure"));
        call.out().line("  Computer: " + call.host().qualifiedName());
        call.out().line("  Description: ");
        event.data().forEach((name, value) -> call.out().line(name + ":\t" + value));
        call.out().blank();
    }
}
