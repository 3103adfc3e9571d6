package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.apache.commons.io.file.PathUtils;

/**
 * The native libraries of TensorFlow that JavaCPP unpacked. It takes files of the right size and time for whole, which after a full
 * disk or a power cut they may not be.
 *
 * @param folder of JavaCPP
 */
record UnpackedNatives(Path folder) {

    /** Removes them, so that the next worker unpacks them anew. Waits for whoever unpacks right now. */
    void delete() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "tensorflow*")) {
            for (Path jar : jars) {
                PathUtils.deleteDirectory(jar);
            }
        }
    }
}
