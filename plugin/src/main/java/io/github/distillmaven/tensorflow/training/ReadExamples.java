package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Reads files once for all models that are trained side by side, and keeps what it read while memory allows. */
public final class ReadExamples {

    private final Map<ExampleFiles, SoftReference<RequestedExamples>> kept = new ConcurrentHashMap<>();

    /**
     * The examples in them, as {@link RequestedExamples#read(ExampleFiles, int, int)} has it. All who ask want the same numbers of classes
     * and auxiliary logits.
     */
    public RequestedExamples read(ExampleFiles files, int classes, int auxiliary) throws IOException, WorkerFailure {
        Optional<RequestedExamples> known = Optional.ofNullable(kept.get(files)).map(SoftReference::get);
        if (known.isPresent()) {
            return known.get();
        }
        RequestedExamples read = RequestedExamples.read(files, classes, auxiliary);
        kept.put(files, new SoftReference<>(read));
        return read;
    }
}
