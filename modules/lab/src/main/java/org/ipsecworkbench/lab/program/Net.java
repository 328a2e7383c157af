package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.lab.model.Outcome;
import org.ipsecworkbench.lab.model.Service;
import org.ipsecworkbench.lab.model.WindowsHost;

/** {@code net start|stop|session|view}, which prints in the OEM code page. Format unverified. */
final class Net implements Program {
    @Override
    public boolean printsOem() {
        return true;
    }

    @Override
    public int run(Call call) {
        return switch (call.word(0)) {
            case "start" -> call.arguments().size() < 2 ? list(call) : start(call, call.argument(1));
            case "stop" -> stop(call, call.argument(1));
            case "session" -> {
                call.out().say("There are no entries in the list.");
                call.out().blank();
                yield 0;
            }
            case "view" -> view(call);
            default -> {
                call.err().say("The syntax of this command is:");
                call.err().blank();
                call.err().line("NET");
                call.err().line("    [ SESSION | START | STOP | VIEW ]");
                yield 1;
            }
        };
    }

    private static int list(Call call) {
        call.out().say("These Windows services are started:");
        call.out().blank();
        for (Service service : call.host().services().all()) {
            if (service.isRunning()) {
                call.out().line("   " + service.displayName());
            }
        }
        call.out().blank();
        call.out().say("The command completed successfully.");
        call.out().blank();
        return 0;
    }

    private static int start(Call call, String name) {
        Service service = call.host().services().find(name);
        if (service == null) {
            return error(call, "The service name is invalid.", 2185);
        }
        if (service.isRunning()) {
            return error(call, "The requested service has already been started.", 2182);
        }
        if (service.start() == Service.Start.DISABLED) {
            call.err().say("System error 1058 has occurred.");
            call.err().blank();
            call.err()
                    .say(
                            "The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.");
            call.err().blank();
            return 2;
        }
        for (String need : service.dependencies()) {
            Service needed = call.host().services().find(need);
            if (needed != null && !needed.isRunning()) {
                call.host().setRunning(needed, true);
            }
        }
        call.out().say("The {0} service is starting.", service.displayName());
        call.host().setRunning(service, true);
        call.out().say("The {0} service was started successfully.", service.displayName());
        call.out().blank();
        return 0;
    }

    private static int stop(Call call, String name) {
        Service service = call.host().services().find(name);
        if (service == null) {
            return error(call, "The service name is invalid.", 2185);
        }
        if (!service.isRunning()) {
            call.err().say("The {0} service is not started.", service.displayName());
            return help(call, 3521);
        }
        List<Service> order = withDependents(call.host(), service);
        if (order.size() > 1) {
            call.out().say("The following services are dependent on the {0} service.", service.displayName());
            call.out().say("Stopping the {0} service will also stop these services.", service.displayName());
            call.out().blank();
            order.stream()
                    .filter(each -> !each.equals(service))
                    .forEach(each -> call.out().line("   " + each.displayName()));
            call.out().blank();
            if (!call.has("/y")) {
                call.out().say("Do you want to continue this operation? (Y/N) [N]: ");
                return 2;
            }
        }
        for (Service each : order) {
            call.out().say("The {0} service is stopping.", each.displayName());
            call.host().setRunning(each, false);
            call.out().say("The {0} service was stopped successfully.", each.displayName());
            call.out().blank();
        }
        return 0;
    }

    /** A service behind all that need it. */
    static List<Service> withDependents(WindowsHost host, Service service) {
        List<Service> order = new ArrayList<>();
        for (Service dependent : host.services().dependents(service)) {
            for (Service each : withDependents(host, dependent)) {
                if (!order.contains(each)) {
                    order.add(each);
                }
            }
        }
        order.add(service);
        return order;
    }

    /** Looks at another host over TCP, which IPsec lets pass or not. */
    private static int view(Call call) {
        String name = call.argument(1).replace("\\", "");
        WindowsHost peer = call.host().network().host(name);
        Outcome outcome = peer == null || peer == call.host()
                ? null
                : call.host().network().talk(call.host(), peer);
        if (outcome == null || !outcome.arrives()) {
            call.err().say("System error 53 has occurred.");
            call.err().blank();
            call.err().say("The network path was not found.");
            call.err().blank();
            return 2;
        }
        call.out().say("There are no entries in the list.");
        call.out().blank();
        return 0;
    }

    private static int error(Call call, String text, int number) {
        call.err().say(text);
        return help(call, number);
    }

    private static int help(Call call, int number) {
        call.err().blank();
        call.err().say("More help is available by typing NET HELPMSG {0}.", number);
        call.err().blank();
        return 2;
    }
}
