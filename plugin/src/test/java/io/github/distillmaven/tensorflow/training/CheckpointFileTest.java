package io.github.distillmaven.tensorflow.training;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The file of a checkpoint")
class CheckpointFileTest {

    // The mark and the format version.
    private static final int HEAD = "distill checkpoint\n".length() + 4;

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        CheckpointFile file = new CheckpointFile(folder.resolve("new/folder"));
        assertThat(file.exists()).isFalse();

        write(file, "the first one");
        write(file, "another one");

        assertThat(read(file)).isEqualTo("another one");
        assertThat(folder.resolve("new/folder")).isDirectoryContaining("glob:**checkpoint.bin");
        assertThat(folder.resolve("new/folder")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isDamagedWhicheverByteChanges() throws IOException {
        CheckpointFile file = written();
        byte[] sound = Files.readAllBytes(file.path());
        for (int index = 0; index < sound.length; index++) {
            byte[] damaged = sound.clone();
            damaged[index]++;
            Files.write(file.path(), damaged);
            assertUnusable(file);
        }
    }

    @Test
    void isDamagedWhereverItIsCut() throws IOException {
        CheckpointFile file = written();
        byte[] sound = Files.readAllBytes(file.path());
        for (int length = 0; length < sound.length; length++) {
            Files.write(file.path(), Arrays.copyOf(sound, length));
            assertUnusable(file);
        }
    }

    @Test
    void isDamagedIfSomethingFollowsIt() throws IOException {
        CheckpointFile file = written();
        byte[] sound = Files.readAllBytes(file.path());
        Files.write(file.path(), Arrays.copyOf(sound, sound.length + 1));
        assertUnusable(file);
    }

    @Test
    void saysWhatIsWrongWithIt() throws IOException {
        CheckpointFile file = written();
        byte[] sound = Files.readAllBytes(file.path());

        Files.write(file.path(), new byte[1000]);
        assertThatThrownBy(() -> read(file)).hasMessage("it is cut short, or no checkpoint");

        byte[] later = sound.clone();
        later[HEAD - 1] = 7;
        Files.write(file.path(), later);
        assertThatThrownBy(() -> read(file)).hasMessage("it is of format 7, not 2");

        byte[] damaged = sound.clone();
        damaged[HEAD]++;
        Files.write(file.path(), damaged);
        assertThatThrownBy(() -> read(file))
                .hasMessage("it is damaged: its bytes do not have the sum that it ends with");

        Files.write(file.path(), sound);
        assertThatThrownBy(() -> file.read(DataInputStream::readByte)).hasMessage("it holds more than a checkpoint");
    }

    @Test
    void staysAsItWasIfItsSuccessorCannotBeWritten() throws IOException {
        CheckpointFile file = written();

        assertThatThrownBy(() -> file.write(out -> {
                    out.writeInt(1);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertThat(read(file)).isEqualTo("the content");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    private CheckpointFile written() throws IOException {
        CheckpointFile file = new CheckpointFile(folder);
        write(file, "the content");
        return file;
    }

    private static void write(CheckpointFile file, String content) throws IOException {
        file.write(out -> out.writeUTF(content));
    }

    private static String read(CheckpointFile file) throws IOException {
        StringBuilder content = new StringBuilder();
        file.read(in -> content.append(in.readUTF()));
        return content.toString();
    }

    private static void assertUnusable(CheckpointFile file) {
        assertThatThrownBy(() -> file.read(in -> {
                    throw new AssertionError("the content is read though it is damaged");
                }))
                .isInstanceOf(IOException.class);
    }
}
