package io.github.distillmaven.mojo.wiring;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.pipeline.engine.TensorFlowHost;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.runtime.Platform;
import io.github.distillmaven.worker.runtime.Processor;
import io.github.distillmaven.worker.runtime.RuntimeJars;
import io.github.distillmaven.worker.runtime.RuntimeResolver;

/**
 * A TensorFlow runtime that Maven's resolver finds.
 *
 * @param resolver that finds it
 * @param device that it is for
 * @param platform that it runs on
 * @param expected the jars that it consists of
 * @param digests of the jars that were found
 */
record ResolvedRuntime(
        RuntimeResolver resolver, Device device, Platform platform, RuntimeJars expected, FileDigests digests)
        implements TensorFlowHost.Runtime {

    /** @throws WorkerException if there is none for this device and platform */
    static ResolvedRuntime of(RuntimeResolver resolver, Device device, Platform platform, FileDigests digests)
            throws WorkerException {
        return new ResolvedRuntime(resolver, device, platform, RuntimeJars.of(device, platform), digests);
    }

    @Override
    public String name() {
        return ValueType.canonical(device);
    }

    @Override
    public String coordinates() {
        return RuntimeResolver.describe(device, platform);
    }

    @Override
    public String tensorflow() {
        return RuntimeResolver.tensorflow(device);
    }

    @Override
    public String jars() {
        return Digests.ofText(expected.list());
    }

    @Override
    public List<Path> resolve() throws WorkerException {
        Processor.detect().requireAvx();
        return expected.require(resolver.resolve(device, platform), digests::of);
    }
}
