package io.github.distillmaven.worker.runtime;

import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, x86_64, linux-x86_64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, aarch64, macosx-arm64",
        "Windows 10, amd64, windows-x86_64",
        "Windows Server 2022, amd64, windows-x86_64"
    })
    void supported(String osName, String osArch, String classifier) throws WorkerException {
        assertThat(Platform.of(osName, osArch).classifier()).isEqualTo(classifier);
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, x86_64", "Windows 11, aarch64", "Windows 10, x86", "Linux, riscv64", "FreeBSD, amd64"})
    void refused(String osName, String osArch) {
        assertThatThrownBy(() -> Platform.of(osName, osArch))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        TensorFlow Java has no native library for %s on %s. It has some for linux-x86_64, linux-arm64, macosx-arm64, windows-x86_64.
                        Try: run the build on one of these, for example in a Linux container with a 64-bit Java.""".formatted(osName, osArch));
    }

    @ParameterizedTest
    @CsvSource({
        "CPU, LINUX_X86_64",
        "CPU, LINUX_ARM64",
        "CPU, MACOSX_ARM64",
        "CPU, WINDOWS_X86_64",
        "GPU, LINUX_X86_64",
        "GPU_CUDA11, LINUX_X86_64",
        "GPU_CUDA11, WINDOWS_X86_64"
    })
    void deviceOnPlatform(Device device, Platform platform) throws WorkerException {
        SupportedPlatforms.require(device, platform);
    }

    @ParameterizedTest
    @CsvSource({
        "GPU, LINUX_ARM64",
        "GPU, MACOSX_ARM64",
        "GPU, WINDOWS_X86_64",
        "GPU_CUDA11, LINUX_ARM64",
        "GPU_CUDA11, MACOSX_ARM64"
    })
    void deviceNotOnPlatform(Device device, Platform platform) {
        assertThatThrownBy(() -> SupportedPlatforms.require(device, platform))
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith("There is no TensorFlow runtime for the device '%s' on %s, only on linux-x86_64"
                        .formatted(ValueType.canonical(device), platform.classifier()))
                .hasMessageEndingWith("\nTry: -Ddistill.device=cpu");
    }
}
