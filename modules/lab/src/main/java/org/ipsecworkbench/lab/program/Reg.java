package org.ipsecworkbench.lab.program;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.lab.model.Registry;

/** {@code reg query|add|delete}. Format unverified. */
final class Reg implements Program {
    private static final Set<String> TYPES =
            Set.of("REG_SZ", "REG_DWORD", "REG_BINARY", "REG_EXPAND_SZ", "REG_MULTI_SZ", "REG_QWORD");

    @Override
    public int run(Call call) {
        return switch (call.word(0)) {
            case "query" -> query(call);
            case "add" -> add(call);
            case "delete" -> delete(call);
            default -> {
                call.err().say("ERROR: Invalid syntax.");
                yield 1;
            }
        };
    }

    private static int query(Call call) {
        Registry registry = call.host().registry();
        String key = call.argument(1);
        String name = call.after("/v");
        Map<String, Registry.Value> values = registry.values(key);
        boolean hasChildren = registry.children(key).iterator().hasNext();
        if (values == null && !hasChildren || name != null && (values == null || !values.containsKey(name))) {
            call.err().say("ERROR: The system was unable to find the specified registry key or value.");
            return 1;
        }
        boolean isLegacy = call.host().version().isLegacy();
        call.out().blank();
        if (isLegacy) {
            call.out().line("! REG.EXE VERSION 3.0");
            call.out().blank();
        }
        call.out().line(registry.written(key));
        String gap = isLegacy ? "\t" : "    ";
        if (values != null) {
            values.forEach((each, value) -> {
                if (name == null || name.equalsIgnoreCase(each)) {
                    call.out().line("    " + each + gap + value.type() + gap + value.data());
                }
            });
        }
        call.out().blank();
        if (name == null) {
            registry.children(key).forEach(child -> call.out().line(child));
        }
        return 0;
    }

    private static int add(Call call) {
        String name = call.after("/v");
        String type = call.after("/t");
        String data = call.after("/d");
        String kind = type == null ? "REG_SZ" : type.toUpperCase(Locale.ROOT);
        String written = data == null ? "" : data;
        if (kind.equals("REG_DWORD")) {
            try {
                written = "0x" + Integer.toHexString((int) (long) Long.decode(written));
            } catch (NumberFormatException e) {
                kind = "";
            }
        }
        if (call.argument(1).isEmpty()
                || !TYPES.contains(kind)
                || !call.host().registry().put(call.argument(1), name == null ? "(Default)" : name, kind, written)) {
            call.err().say("ERROR: Invalid syntax.");
            return 1;
        }
        return done(call);
    }

    private static int delete(Call call) {
        String name = call.after("/v");
        Registry registry = call.host().registry();
        boolean wasThere = name == null ? registry.remove(call.argument(1)) : registry.remove(call.argument(1), name);
        if (!wasThere) {
            call.err().say("ERROR: The system was unable to find the specified registry key or value.");
            return 1;
        }
        return done(call);
    }

    private static int done(Call call) {
        call.out().say("The operation completed successfully.");
        call.out().blank();
        return 0;
    }
}
