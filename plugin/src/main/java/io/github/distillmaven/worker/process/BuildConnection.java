package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.distillmaven.worker.Assignment;

/** How a JVM that a build forked reaches it. */
public final class BuildConnection {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private BuildConnection() {}

    /** Connects to the build over loopback, and says who it is. */
    public static Socket open(Assignment assignment) throws IOException {
        Socket build = new Socket(Proxy.NO_PROXY);
        build.setTcpNoDelay(true);
        build.connect(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), assignment.port()));
        build.getOutputStream().write((assignment.token() + "\n").getBytes(StandardCharsets.US_ASCII));
        return build;
    }
}
