package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.worker.Event;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** Finds out what TensorFlow can compute on. Its API has no list of devices, so every device is asked to do something. */
final class RuntimeProbe {

    /** What the build is told first. */
    Event.Started describe() {
        List<String> devices = new ArrayList<>();
        devices.add("CPU:0");
        while (runsOnGpu(devices.size() - 1)) {
            devices.add("GPU:" + (devices.size() - 1));
        }
        return new Event.Started(TensorFlow.version(), devices, devices.size() > 1, threads(), java());
    }

    private static boolean runsOnGpu(int index) {
        DeviceSpec gpu = DeviceSpec.newBuilder()
                .deviceType(DeviceSpec.DeviceType.GPU)
                .deviceIndex(index)
                .build();
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Op probe = Ops.create(graph).withDevice(gpu).constant(0f);
            session.run(probe);
            return true;
        } catch (TFInvalidArgumentException e) {
            // The op cannot be placed: there is no such device.
            return false;
        }
    }

    private static String java() {
        return System.getProperty("java.vendor") + " " + Runtime.version();
    }

    private static int threads() {
        return Optional.ofNullable(System.getenv("TF_NUM_INTRAOP_THREADS"))
                .map(Integer::valueOf)
                .orElse(Runtime.getRuntime().availableProcessors());
    }
}
