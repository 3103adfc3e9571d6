package io.github.distillmaven.cluster;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("The master of a cluster")
class ReachableMasterTest {

    @Test
    void isReachedFromTheAddressThatItsMachinesReach() throws Exception {
        try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(ReachableMaster.ownHost(cluster("spark://127.0.0.1:" + master.getLocalPort(), Map.of())))
                    .isEqualTo("127.0.0.1");
            assertThat(ReachableMaster.ownHost(cluster(
                            "spark://127.0.0.1:" + master.getLocalPort(), Map.of("spark.driver.host", "build-7"))))
                    .isEqualTo("build-7");
        }
        assertThat(ReachableMaster.ownHost(cluster("local[2]", Map.of()))).isEqualTo("127.0.0.1");
    }

    @Test
    void isMissedWithinSeconds() throws Exception {
        int free;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = nobody.getLocalPort();
        }

        assertThat(catchThrowable(() -> ReachableMaster.ownHost(
                        cluster("spark://127.0.0.1:%s,no-such-host.invalid:7077".formatted(free), Map.of()))))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        The cluster spark://127.0.0.1:%s,no-such-host.invalid:7077 cannot be reached: 127.0.0.1:%s: Connection refused; there is no host 'no-such-host.invalid'.
                        Try: check <cluster><master> or -Ddistill.cluster.master, and that the master runs and this machine may connect to it.""".formatted(free, free));
    }

    private static ClusterPolicy cluster(String master, Map<String, String> options) {
        return new ClusterPolicy(master, "4.1.3", options);
    }
}
