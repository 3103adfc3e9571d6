package io.github.distillmaven.mojo;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.Device;
import io.github.distillmaven.experiment.ValueType;
import io.github.distillmaven.pipeline.TensorFlowHost;
import io.github.distillmaven.worker.Platform;
import io.github.distillmaven.worker.RuntimeResolver;
import io.github.distillmaven.worker.WorkerException;

/**
 * A TensorFlow runtime that Maven's resolver finds.
 *
 * @param resolver that finds it
 * @param device that it is for
 * @param platform that it runs on
 */
record ResolvedRuntime(RuntimeResolver resolver, Device device, Platform platform) implements TensorFlowHost.Runtime {

    @Override
    public String name() {
        return ValueType.canonical(device);
    }

    @Override
    public String coordinates() {
        return name() + ":" + RuntimeResolver.version(device) + ":" + platform.classifier();
    }

    @Override
    public List<Path> resolve() throws WorkerException {
        return resolver.resolve(device, platform);
    }
}
