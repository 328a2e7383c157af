package org.ipsecworkbench.certificate.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ipsecworkbench.certificate.FetchLimits;
import org.jspecify.annotations.Nullable;

/** Fetches one thing after another over HTTP from this computer. For one thread. */
public final class Fetcher {
    private static final int OK = 200;

    private final FetchLimits limits;
    private final HttpClient client;
    private final long end;

    /** The time for all begins now. */
    public Fetcher(FetchLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.each())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.end = System.nanoTime() + limits.all().toNanos();
    }

    /**
     * What came of it.
     *
     * @param body null where nothing was fetched
     * @param why that is so, as a clause; else empty
     */
    public record Reply(byte @Nullable [] body, String why) {
        /** Nothing. */
        public static Reply failed(String why) {
            return new Reply(null, why);
        }
    }

    /**
     * Fetches a list, or asks a responder.
     *
     * @throws InterruptedException if the thread is told to stop; the transfer ends then
     */
    public Reply fetch(Question question) throws InterruptedException {
        String url = question.url().toLowerCase(Locale.ROOT);
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            return Reply.failed("only Windows fetches from such an address");
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Duration time = left.compareTo(limits.each()) < 0 ? left : limits.each();
        if (time.isNegative() || time.isZero()) {
            return Reply.failed("not tried, since the others took all the time");
        }
        HttpRequest request;
        try {
            HttpRequest.Builder builder =
                    HttpRequest.newBuilder(URI.create(question.url())).timeout(time);
            byte[] content = question.content();
            request = content == null
                    ? builder.GET().build()
                    : builder.header("Content-Type", "application/ocsp-request")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                            .build();
        } catch (IllegalArgumentException e) {
            return Reply.failed("it is no address");
        }
        CompletableFuture<HttpResponse<byte[]>> reply =
                client.sendAsync(request, head -> new BoundedBody(limits.maxBytes()));
        try {
            HttpResponse<byte[]> response = reply.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return response.statusCode() == OK
                    ? new Reply(response.body(), "")
                    : Reply.failed("the server answered with status " + response.statusCode());
        } catch (TimeoutException e) {
            return Reply.failed("no whole answer within " + time.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Reply.failed(words(e.getCause()));
        } finally {
            // Ends a transfer that still goes on; one that has ended does not mind.
            reply.cancel(true);
        }
    }

    private static String words(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "no connection";
        }
        return cause instanceof IOException && cause.getMessage() != null
                ? "failed: " + cause.getMessage()
                : "failed: " + cause;
    }
}
