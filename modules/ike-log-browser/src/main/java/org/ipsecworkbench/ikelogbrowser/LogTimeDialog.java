package org.ipsecworkbench.ikelogbrowser;

import java.util.List;
import java.util.function.BiConsumer;
import org.ipsecworkbench.ike.LogTime;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.util.NbBundle.Messages;

/** Asks for the time zone and the year of logs, which their lines do not say. */
@Messages({"CTL_LogTimeTitle=Time of the Log", "MSG_NoZone=Not a time zone. Examples: Europe/Berlin, UTC, +02:00"})
final class LogTimeDialog {
    private LogTimeDialog() {}

    /**
     * On the event dispatch thread.
     *
     * @param logs at least one
     * @param taker gets each log with its time, after OK
     */
    static void ask(List<Sources.File> logs, BiConsumer<Sources.File, LogTime> taker) {
        DialogDescriptor[] own = new DialogDescriptor[1];
        LogTimePanel panel = new LogTimePanel(
                logs.stream().map(log -> log.name).toList(),
                logs.stream().map(Sources.File::time).toList(),
                () -> check(own[0]));
        own[0] = new DialogDescriptor(panel, Bundle.CTL_LogTimeTitle());
        own[0].createNotificationLineSupport();
        if (DialogDisplayer.getDefault().notify(own[0]) == DialogDescriptor.OK_OPTION) {
            List<LogTime> times = panel.times();
            for (int i = 0; i < times.size(); i++) {
                taker.accept(logs.get(i), times.get(i));
            }
        }
    }

    private static void check(DialogDescriptor dialog) {
        boolean valid = dialog.getMessage() instanceof LogTimePanel panel && panel.isValidZone();
        dialog.setValid(valid);
        if (valid) {
            dialog.getNotificationLineSupport().clearMessages();
        } else {
            dialog.getNotificationLineSupport().setErrorMessage(Bundle.MSG_NoZone());
        }
    }
}
