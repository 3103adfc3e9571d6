package io.github.distillmaven.cluster.start;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build says first. All of it is to be read before the build is asked for a file, as the answer comes after it.
 *
 * @param classpath of what does the task
 * @param order what is to be done, as JSON
 */
public record TaskBeginning(List<SentFile> classpath, String order) {

    public TaskBeginning {
        classpath = List.copyOf(classpath);
    }

    /** Reads it. */
    public static TaskBeginning read(DataInputStream in) throws IOException {
        List<SentFile> files = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            files.add(new SentFile(Wire.text(in), in.readLong(), in.readUTF()));
        }
        return new TaskBeginning(files, Wire.text(in));
    }
}
