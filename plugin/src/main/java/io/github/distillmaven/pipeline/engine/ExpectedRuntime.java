package io.github.distillmaven.pipeline.engine;

import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;

/**
 * The TensorFlow that the key of a step stands for.
 *
 * @param version such as {@code 2.18.0}
 * @param coordinates of the runtime that brings it
 */
record ExpectedRuntime(String version, String coordinates) {

    /**
     * What a worker says of itself, for the record of its step: its own TensorFlow and Java, whatever those of Maven are.
     *
     * @throws WorkerException if it runs another TensorFlow, so that its result would be kept under a wrong key
     */
    SortedMap<String, String> facts(Event.Started started) throws WorkerException {
        if (!started.tensorflowVersion().equals(version)) {
            throw new WorkerException("""
                    The worker runs TensorFlow %s, but the key of this step stands for TensorFlow %s (%s). Nothing was computed.
                    Try: remove what brings another TensorFlow into the worker, such as a library in LD_LIBRARY_PATH or in the cache folder of JavaCPP.""".formatted(started.tensorflowVersion(), version, coordinates));
        }
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("tensorflow", started.tensorflowVersion());
        facts.put("java", started.java());
        facts.put("devices", String.join(", ", started.devices()));
        return facts;
    }
}
