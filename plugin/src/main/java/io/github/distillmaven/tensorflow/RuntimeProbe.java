package io.github.distillmaven.tensorflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.tensorflow.gpu.Gpus;
import io.github.distillmaven.worker.Event;
import org.tensorflow.TensorFlow;

/** Finds out what TensorFlow can compute on. */
final class RuntimeProbe {

    /** What the build is told first. */
    Event.Started describe() {
        // First of all, as it loads the native library and says best what is wrong with it.
        String version = TensorFlow.version();
        List<String> devices = Stream.concat(
                        Stream.of("CPU:0"), IntStream.range(0, Gpus.count()).mapToObj(index -> "GPU:" + index))
                .toList();
        return new Event.Started(version, devices, Gpus.count() > 0, threads(), java());
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
