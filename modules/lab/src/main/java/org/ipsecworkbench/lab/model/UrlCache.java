package org.ipsecworkbench.lab.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a host fetched by HTTP and keeps, by address: revocation lists above all. */
public final class UrlCache {
    /** Entries at most; the oldest makes room. */
    public static final int MAX_ENTRIES = 100;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public void put(String url, byte[] content) {
        if (entries.size() >= MAX_ENTRIES && !entries.containsKey(url)) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(url, content);
    }

    public byte @Nullable [] get(String url) {
        return entries.get(url);
    }

    /** The addresses, the oldest first. */
    public List<String> urls() {
        return new ArrayList<>(entries.keySet());
    }

    /** Forgets an entry. */
    public void remove(String url) {
        entries.remove(url);
    }
}
