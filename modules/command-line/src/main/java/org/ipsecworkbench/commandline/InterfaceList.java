package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.capture.live.LiveObstacle;

/** The interfaces of this machine, as text or as JSON by the schema {@code ipsecwb/interfaces/1}. */
final class InterfaceList {
    private InterfaceList() {}

    /** A line each, and below them what helps where they cannot be captured on, once. */
    static void text(List<LiveInterface> interfaces, Writer out) throws IOException {
        int width =
                interfaces.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        Set<String> remedies = new LinkedHashSet<>();
        for (LiveInterface each : interfaces) {
            line(out, String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  %s", each.name(), about(each)));
            remedies.add(each.obstacle() == null ? "" : each.obstacle().remedy());
        }
        remedies.remove("");
        for (String remedy : remedies) {
            line(out, "");
            line(out, remedy);
        }
    }

    private static String about(LiveInterface each) {
        Set<String> parts = new LinkedHashSet<>(each.addresses());
        parts.add(each.description());
        parts.add(each.link());
        parts.add(each.loopback() ? "loopback" : "");
        parts.add(each.obstacle() == null ? "" : each.obstacle().what());
        parts.remove("");
        return String.join(", ", parts);
    }

    static void json(List<LiveInterface> interfaces, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/interfaces/1")) {
            json.writeArrayFieldStart("interfaces");
            for (LiveInterface each : interfaces) {
                LiveObstacle obstacle = each.obstacle();
                json.writeStartObject();
                json.writeStringField("name", each.name());
                json.writeStringField("description", each.description().isEmpty() ? null : each.description());
                json.writeArrayFieldStart("addresses");
                for (String address : each.addresses()) {
                    json.writeString(address);
                }
                json.writeEndArray();
                json.writeBooleanField("loopback", each.loopback());
                json.writeBooleanField("up", each.up());
                json.writeStringField("linkType", each.link().isEmpty() ? null : each.link());
                json.writeStringField("obstacle", obstacle == null ? null : obstacle.what());
                json.writeStringField(
                        "remedy", obstacle == null || obstacle.remedy().isEmpty() ? null : obstacle.remedy());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text.replace("\n", System.lineSeparator()));
        out.write(System.lineSeparator());
    }
}
