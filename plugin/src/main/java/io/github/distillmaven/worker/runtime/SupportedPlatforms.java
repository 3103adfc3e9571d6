package io.github.distillmaven.worker.runtime;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.WorkerException;

/** Which platforms there are natives for, for each device. */
final class SupportedPlatforms {

    private SupportedPlatforms() {}

    /**
     * Refuses a platform that there is no runtime of this device for.
     *
     * @throws WorkerException with the platforms that there is one for
     */
    static void require(Device device, Platform platform) throws WorkerException {
        Set<Platform> platforms = of(device);
        if (!platforms.contains(platform)) {
            throw new WorkerException("""
                    There is no TensorFlow runtime for the device '%s' on %s, only on %s.
                    Try: -Ddistill.device=cpu""".formatted(
                            ValueType.canonical(device),
                            platform.classifier(),
                            platforms.stream().map(Platform::classifier).collect(Collectors.joining(", "))));
        }
    }

    private static Set<Platform> of(Device device) {
        return switch (device) {
            case CPU -> EnumSet.allOf(Platform.class);
            case GPU -> EnumSet.of(Platform.LINUX_X86_64);
            case GPU_CUDA11 -> EnumSet.of(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64);
        };
    }
}
