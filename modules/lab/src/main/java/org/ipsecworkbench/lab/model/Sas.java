package org.ipsecworkbench.lab.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The security associations of a host with one peer: whether there are any, and their end, with the events of it. */
final class Sas {
    private Sas() {}

    static boolean has(WindowsHost host, WindowsHost peer) {
        return host.quickMode().stream().anyMatch(sa -> sa.remote().equals(peer.address()));
    }

    static void end(WindowsHost host, WindowsHost peer) {
        List<QuickModeSa> quick = host.quickMode().stream()
                .filter(sa -> sa.remote().equals(peer.address()))
                .toList();
        List<MainModeSa> main = host.mainMode().stream()
                .filter(sa -> sa.remote().equals(peer.address()))
                .toList();
        host.quickMode().removeAll(quick);
        host.mainMode().removeAll(main);
        if (!host.isAudited()) {
            return;
        }
        for (QuickModeSa sa : quick) {
            if (host.version().isLegacy()) {
                host.security().add(host.now(), 542, true, LegacyEvents.quickModeEnd(host, sa));
            } else {
                host.security().add(host.now(), 5452, true, quickModeEnd(sa));
            }
        }
        for (MainModeSa sa : main) {
            if (host.version().isLegacy()) {
                host.security().add(host.now(), 543, true, LegacyEvents.mainModeEnd(sa));
            } else {
                host.security().add(host.now(), 4655, true, mainModeEnd(sa));
            }
        }
    }

    private static Map<String, String> quickModeEnd(QuickModeSa sa) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("LocalAddress", sa.local());
        data.put("LocalAddressMask", NegotiationRecord.mask(sa.local()));
        data.put("LocalPort", "0");
        data.put("LocalTunnelEndpoint", "-");
        data.put("RemoteAddress", sa.remote());
        data.put("RemoteAddressMask", NegotiationRecord.mask(sa.remote()));
        data.put("RemotePort", "0");
        data.put("RemoteTunnelEndpoint", "-");
        data.put("IpProtocol", "0");
        data.put("QuickModeSaId", Long.toString(sa.number()));
        data.put("TunnelId", "0");
        data.put("TrafficSelectorId", "0");
        return data;
    }

    private static Map<String, String> mainModeEnd(MainModeSa sa) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("LocalAddress", sa.local());
        data.put("RemoteAddress", sa.remote());
        data.put("KeyModName", sa.module().event());
        data.put("MMSAID", Long.toString(sa.number()));
        return data;
    }
}
