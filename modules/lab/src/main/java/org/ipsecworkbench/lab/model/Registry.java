package org.ipsecworkbench.lab.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registry of a host: keys by their whole path, each with its values. Names are found in any case. */
public final class Registry {
    /** What a host of a release has in it from the beginning. */
    static Registry of(WindowsVersion version, Language language) {
        Registry registry = new Registry();
        registry.put("HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent", "Start", 2);
        registry.put(WindowsHost.AUDIT_KEY, "DisableIKEAudits", 0);
        String codePages = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage";
        registry.put(codePages, "OEMCP", "REG_SZ", Integer.toString(language.codePage()));
        String root = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
        registry.put(root, "ProductName", "REG_SZ", version.caption());
        String number = version.number();
        // Releases from 10 on keep saying 6.3 here, for programs that are older than them.
        registry.put(
                root,
                "CurrentVersion",
                "REG_SZ",
                number.startsWith("10.") ? "6.3" : number.substring(0, number.lastIndexOf('.')));
        registry.put(root, "CurrentBuildNumber", "REG_SZ", number.substring(number.lastIndexOf('.') + 1));
        registry.put(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language",
                "InstallLanguage",
                "REG_SZ",
                language.identifier());
        registry.put("HKU\\S-1-5-19\\Environment", "TEMP", "REG_EXPAND_SZ", "%USERPROFILE%\\Local Settings\\Temp");
        return registry;
    }

    /** Keys that one registry holds at most; further ones are refused. */
    public static final int MAX_KEYS = 10_000;

    /** Values that one key holds at most. */
    public static final int MAX_VALUES = 1_000;

    private static final Map<String, String> HIVES = Map.of("HKLM", "HKEY_LOCAL_MACHINE", "HKU", "HKEY_USERS");

    private final SortedMap<String, SortedMap<String, Value>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * A value.
     *
     * @param type such as REG_DWORD
     * @param data as {@code reg query} prints it
     */
    public record Value(String type, String data) {}

    /** The path with the hive's long name. */
    public static String path(String key) {
        String plain = key.endsWith("\\") ? key.substring(0, key.length() - 1) : key;
        int end = plain.indexOf('\\');
        String hive = end < 0 ? plain : plain.substring(0, end);
        String name = HIVES.get(hive.toUpperCase(Locale.ROOT));
        return name == null ? plain : name + plain.substring(hive.length());
    }

    /** The values of a key, or null where there is no such key. */
    public @Nullable Map<String, Value> values(String key) {
        SortedMap<String, Value> values = keys.get(path(key));
        return values == null ? null : Collections.unmodifiableMap(values);
    }

    /** The path of a key as it was first written. */
    public String written(String key) {
        String path = path(key);
        return keys.containsKey(path) ? keys.tailMap(path).firstKey() : path;
    }

    /** The keys right below a key. */
    public Iterable<String> children(String key) {
        String prefix = path(key) + "\\";
        SortedMap<String, Boolean> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String each : keys.tailMap(prefix).keySet()) {
            if (!each.regionMatches(true, 0, prefix, 0, prefix.length())) {
                break;
            }
            int end = each.indexOf('\\', prefix.length());
            found.put(end < 0 ? each : each.substring(0, end), true);
        }
        return found.keySet();
    }

    /** A number, or a default where it is not there or no number. */
    public int number(String key, String name, int otherwise) {
        Map<String, Value> values = values(key);
        Value value = values == null ? null : values.get(name);
        if (value == null || !value.type().equals("REG_DWORD")) {
            return otherwise;
        }
        try {
            return (int) (long) Long.decode(value.data());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Writes a value; whether there was room for it. */
    public boolean put(String key, String name, String type, String data) {
        String path = path(key);
        SortedMap<String, Value> values = keys.get(path);
        if (values == null) {
            if (keys.size() >= MAX_KEYS) {
                return false;
            }
            values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            keys.put(path, values);
        }
        if (values.size() >= MAX_VALUES && !values.containsKey(name)) {
            return false;
        }
        values.put(name, new Value(type, data));
        return true;
    }

    /** Writes a number. */
    public void put(String key, String name, int value) {
        put(key, name, "REG_DWORD", "0x" + Integer.toHexString(value));
    }

    /** Removes a value; whether it was there. */
    public boolean remove(String key, String name) {
        SortedMap<String, Value> values = keys.get(path(key));
        return values != null && values.remove(name) != null;
    }

    /** Removes a key with all below it; whether it was there. */
    public boolean remove(String key) {
        String prefix = path(key) + "\\";
        boolean wasThere = keys.remove(path(key)) != null;
        return keys.keySet().removeIf(each -> each.regionMatches(true, 0, prefix, 0, prefix.length())) || wasThere;
    }
}
