package io.github.distillmaven.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A web server on the loopback that answers as a test says, and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public record Request(String method, String uri, Headers headers) {

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address(String path) {
        return "http://127.0.0.1:%s%s".formatted(port(), path);
    }

    public List<Request> requests() {
        return requests;
    }

    /** Answers requests for a path; all others are answered 404. */
    public void on(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    public HttpHandler handlerOf(String path) {
        return handlers.get(path);
    }

    /** Sends bytes, whatever range is asked for. */
    public void sends(String path, byte[] bytes) {
        on(path, exchange -> send(exchange, 200, bytes));
    }

    public void fails(String path, int status) {
        on(path, exchange -> send(exchange, status, new byte[0]));
    }

    /** Sends bytes, or the rest of them if the range is wanted of this very version. */
    public void sendsRanges(String path, byte[] bytes, String tag) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            String range = exchange.getRequestHeaders().getFirst("Range");
            if (range == null || !tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
                send(exchange, 200, bytes);
                return;
            }
            int start = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %s-%s/%s".formatted(start, bytes.length - 1, bytes.length));
            send(exchange, 206, Arrays.copyOfRange(bytes, start, bytes.length));
        });
    }

    /** Promises all bytes, sends some, and hangs up. */
    public static void breakOff(HttpExchange exchange, byte[] bytes, int sent) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, sent);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Sends half of the bytes, then nothing until the server is closed. */
    public void stalls(String path, byte[] bytes, String tag) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            awaitClosing();
        });
    }

    /** Takes a request, and says nothing until the server is closed. */
    public void hangs(String path) {
        on(path, exchange -> awaitClosing());
    }

    /** Promises many bytes, and sends one now and then until the server is closed or nobody listens. */
    public void drips(String path) {
        on(path, exchange -> {
            exchange.sendResponseHeaders(200, 1 << 20);
            while (closing.getCount() > 0) {
                exchange.getResponseBody().write('P');
                exchange.getResponseBody().flush();
                sleep();
            }
        });
    }

    /** For 20 ms. */
    public void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        HttpHandler handler =
                handlers.getOrDefault(exchange.getRequestURI().getPath(), missing -> send(missing, 404, new byte[0]));
        handler.handle(exchange);
    }

    public void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
