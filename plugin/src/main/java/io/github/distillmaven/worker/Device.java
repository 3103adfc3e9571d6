package io.github.distillmaven.worker;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What TensorFlow is to compute on, which decides the runtime that is resolved: {@code distill.device}. */
public enum Device {
    /** The processor. */
    CPU("cpu", EnumSet.allOf(Platform.class)),
    /** A GPU, with the CUDA 12 and cuDNN 9 of the machine; the processor where there is none. */
    GPU("gpu", EnumSet.of(Platform.LINUX_X86_64)),
    /** A GPU, with the CUDA 11.2 and cuDNN 8.1 of the machine; the processor where there is none. */
    GPU_CUDA11("gpu-cuda11", EnumSet.of(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64));

    private final String xmlName;
    private final Set<Platform> platforms;

    Device(String xmlName, Set<Platform> platforms) {
        this.xmlName = xmlName;
        this.platforms = platforms;
    }

    /** As users write it. */
    public String xmlName() {
        return xmlName;
    }

    /** The device that users write so, in any case of letters. */
    public static Optional<Device> named(String name) {
        return Arrays.stream(values())
                .filter(device -> device.xmlName.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Refuses a platform that there is no runtime of this device for.
     *
     * @throws WorkerException with the platforms that there is one for
     */
    public void requireOn(Platform platform) throws WorkerException {
        if (!platforms.contains(platform)) {
            throw new WorkerException("""
                    There is no TensorFlow runtime for the device '%s' on %s, only on %s.
                    Try: -Ddistill.device=cpu""".formatted(
                            xmlName,
                            platform.classifier(),
                            platforms.stream().map(Platform::classifier).collect(Collectors.joining(", "))));
        }
    }
}
