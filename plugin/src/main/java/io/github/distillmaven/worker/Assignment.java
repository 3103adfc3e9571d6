package io.github.distillmaven.worker;

import java.nio.charset.StandardCharsets;

/**
 * The content of the file that a worker is started with: how it reaches the build, which then sends it requests, each a line of JSON.
 *
 * @param port where the build listens, on 127.0.0.1
 * @param token what the worker sends first, so that the build knows it
 */
public record Assignment(int port, String token) {

    /** What a worker prints after each request, so that the build knows where the next one's output begins. Nobody else prints it. */
    public byte[] mark() {
        return ("\0" + token + "\4").getBytes(StandardCharsets.US_ASCII);
    }
}
