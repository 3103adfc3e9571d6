package io.github.distillmaven.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;

/** Looks for a cluster before anything is started for it, and finds out by which address its machines can reach this one. */
final class ReachableMaster {

    private static final int LIMIT_MILLIS = 5_000;
    private static final String DRIVER_HOST = "spark.driver.host";

    private ReachableMaster() {}

    /**
     * The name or address by which executors know this machine.
     *
     * @throws WorkerException if nobody listens where the master should
     */
    static String ownHost(ClusterPolicy cluster) throws WorkerException {
        String own = cluster.isLocal() ? "127.0.0.1" : address(cluster);
        return cluster.options().getOrDefault(DRIVER_HOST, own);
    }

    private static String address(ClusterPolicy cluster) throws WorkerException {
        List<String> problems = new ArrayList<>();
        for (String address : cluster.addresses()) {
            int colon = address.lastIndexOf(':');
            String host = address.substring(0, colon);
            try (Socket socket = new Socket(Proxy.NO_PROXY)) {
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getByName(host), Integer.parseInt(address.substring(colon + 1))),
                        LIMIT_MILLIS);
                return socket.getLocalAddress().getHostAddress();
            } catch (UnknownHostException e) {
                problems.add("there is no host '" + host + "'");
            } catch (IOException | IllegalArgumentException e) {
                problems.add(address + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new WorkerException("""
                    The cluster %s cannot be reached: %s.
                    Try: check <cluster><master> or -Ddistill.cluster.master, and that the master runs and this machine may connect to it.""".formatted(cluster.master(), String.join("; ", problems)));
        }
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            throw new WorkerException(
                    "This machine does not know its own address.\nTry: name it with <%s> in <cluster><options>."
                            .formatted(DRIVER_HOST),
                    e);
        }
    }
}
