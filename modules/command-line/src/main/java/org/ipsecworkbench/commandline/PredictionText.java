package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.ProposedChange;
import org.ipsecworkbench.policy.Side;
import picocli.CommandLine.Help.Ansi;

/** A prediction for people: the verdict first, then each direction with its steps. */
final class PredictionText {
    private final Writer out;
    private final Ansi colours;

    private PredictionText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    /**
     * Writes it.
     *
     * @param changes what was changed before, as it was given
     * @param asRead the outcome without them
     */
    static void write(
            Prediction prediction,
            PolicyInput source,
            PolicyInput destination,
            List<String> changes,
            Outcome asRead,
            Writer out,
            Ansi colours)
            throws IOException {
        new PredictionText(out, colours).write(prediction, source, destination, changes, asRead);
    }

    private void write(
            Prediction prediction, PolicyInput source, PolicyInput destination, List<String> changes, Outcome asRead)
            throws IOException {
        String one = source.policy().model().name();
        String other = destination.policy().model().name();
        DirectedPrediction decisive = prediction.decisive();
        line(one + " and " + other);
        for (String change : changes) {
            line("  What if " + change);
        }
        if (!changes.isEmpty()) {
            line("  As the hosts are now: " + asRead.label());
        }
        line("  " + verdict(prediction.outcome()) + "  " + percent(prediction.confidence()));
        line("  " + decisive.why());
        Divergence divergence = decisive.divergence();
        if (divergence != null) {
            boolean isThere = decisive.equals(prediction.there());
            line("  They differ first in: " + divergence.attribute() + " (" + (isThere ? one : other) + ": "
                    + divergence.ofSender() + "; " + (isThere ? other : one) + ": " + divergence.ofReceiver() + ").");
        }
        if (!decisive.cure().isEmpty()) {
            line("  What helps: " + decisive.cure());
            ProposedChange change = decisive.change();
            if (change != null) {
                boolean isFrom = (change.side() == Side.SOURCE) == decisive.equals(prediction.there());
                line("  Try it: --set \"" + (isFrom ? "from:" : "to:")
                        + change.change().text() + "\"");
            }
        }
        direction(prediction.there(), one, other);
        direction(prediction.back(), other, one);
        for (PolicyInput input : List.of(source, destination)) {
            for (Problem problem : input.policy().problems()) {
                line("");
                line("  Problem at " + problem.where() + ": " + problem.what());
            }
        }
    }

    private String verdict(Outcome outcome) {
        String style = switch (outcome) {
            case ENCRYPTED -> "bold,green";
            case INTEGRITY_ONLY, AUTHENTICATED_ONLY, CLEAR_BY_DESIGN, UNKNOWN -> "bold,yellow";
            case CLEAR_BY_FALLBACK, BLOCKED, FAILS -> "bold,red";
        };
        return colours.string("@|" + style + " " + outcome.label().toUpperCase(Locale.ROOT) + "|@");
    }

    private static String percent(double confidence) {
        return "confidence " + Math.round(confidence * 100) + " %";
    }

    private void direction(DirectedPrediction prediction, String sender, String receiver) throws IOException {
        line("");
        line("  " + sender + " begins: " + prediction.flow().label());
        line("    " + prediction.outcome().label() + "  " + percent(prediction.confidence()));
        for (ProofStep step : prediction.steps()) {
            line("");
            line(String.format(
                    Locale.ROOT, "    %-8s %s", step.status().name().toLowerCase(Locale.ROOT), step.title()));
            side(sender, step.ofSender(), step.senderEvidence());
            side(receiver, step.ofReceiver(), step.receiverEvidence());
            line("             " + step.why());
        }
        line("");
        line("    It rests on:");
        for (Fact fact : prediction.facts()) {
            line(String.format(
                    Locale.ROOT, "    %4.0f %%  %s (%s)", fact.confidence() * 100, fact.statement(), fact.source()));
        }
    }

    private void side(String host, String value, List<Place> evidence) throws IOException {
        String places = evidence.stream()
                .map(Place::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        line("             " + host + ": " + value + (places.isEmpty() ? "" : "  [" + places + "]"));
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
