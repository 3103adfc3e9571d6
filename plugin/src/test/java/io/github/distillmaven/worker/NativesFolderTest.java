package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The folder of the native libraries")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other rights")
class NativesFolderTest {

    @TempDir
    Path folder;

    private NativesFolder natives;
    private Path home;
    private Path repository;

    @BeforeEach
    void prepare() throws IOException {
        natives = NativesFolder.forOwnerOf(folder);
        home = Files.createDirectory(folder.resolve("home"));
        repository = Files.createDirectory(folder.resolve("repository"));
    }

    @Test
    void liesInTheHomeOfTheBuild() throws Exception {
        Path chosen = natives.choose(null, home.toString(), repository);

        assertThat(chosen).isEqualTo(home.resolve(".javacpp/cache")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)))
                .isEqualTo("rwx------");
    }

    @Test
    void isTheOneThatTheUserNamed() throws Exception {
        assertThat(natives.choose("/named", home.toString(), repository)).isEqualTo(Path.of("/named"));
    }

    @Test
    void liesBesideTheRuntimeForAUserWithoutAHome() throws Exception {
        // What Java says of a user without an account.
        assertThat(natives.choose(null, "?", repository)).isEqualTo(repository.resolve(".javacpp/cache"));
    }

    @Test
    void isNotOneThatOthersCanPrepare() throws Exception {
        Path theirs = Files.createDirectories(home.resolve(".javacpp/cache"));
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(natives.choose(null, home.toString(), repository)).isEqualTo(repository.resolve(".javacpp/cache"));
    }

    @Test
    void mayLieWhereEverybodyWritesAsLongAsItIsOurs() throws Exception {
        sticky(home);

        assertThat(natives.choose(null, home.toString(), repository)).isEqualTo(home.resolve(".javacpp/cache"));
    }

    @Test
    void isNotAnothersWhereEverybodyWrites() throws Exception {
        sticky(home);
        Files.createDirectories(home.resolve(".javacpp/cache"));
        int owner = (int) Files.getAttribute(home, "unix:uid");
        if (owner == 0) {
            // What is root's is trusted, so it is given away.
            Files.setAttribute(home.resolve(".javacpp"), "unix:uid", 4711);
        }
        NativesFolder ofAnother = new NativesFolder(owner == 0 ? owner : owner + 1);

        assertThat(ofAnother.isOutOfReachOfOthers(home.resolve(".javacpp/cache")))
                .isFalse();
    }

    @Test
    void isMissedWithAllThatWasTried() {
        assertThatThrownBy(() -> natives.choose(null, "?", Path.of("/proc/1")))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        There is no folder that TensorFlow's native libraries can be unpacked to.
                        Not '?': this is not an absolute path.
                        Not in /proc/1: /proc/1/.javacpp.
                        Try: give Maven a home folder with -Duser.home=<folder>, or name a folder with -Dorg.bytedeco.javacpp.cachedir=<folder>.""");
    }

    private static void sticky(Path folder) throws Exception {
        assertThat(new ProcessBuilder("chmod", "1777", folder.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
