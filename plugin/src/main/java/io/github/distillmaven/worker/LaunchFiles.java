package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import org.apache.commons.io.file.PathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a worker is started from, in a folder that only the user can read and that is gone afterwards. They name
 * each other relative to the worker's folder, and the class path is a jar whose manifest lists percent-encoded
 * addresses: so no path of the machine has to survive the encoding or the length limit of a command line.
 */
final class LaunchFiles implements AutoCloseable {

    private static final String ARGUMENTS = "arguments";
    private static final String CLASSPATH = "classpath.jar";
    private static final String REQUEST = "request.json";

    private final Path folder;

    private LaunchFiles(Path folder) {
        this.folder = folder;
    }

    static LaunchFiles write(WorkerLaunch launch, WorkerServer server) throws IOException {
        LaunchFiles files = new LaunchFiles(Files.createTempDirectory(launch.folder(), "launch"));
        try {
            JsonMapper.shared()
                    .writeValue(
                            files.folder.resolve(REQUEST),
                            new Assignment(server.port(), server.token(), launch.request()));
            writeClasspath(launch.classpath(), files.folder.resolve(CLASSPATH));
            Files.writeString(
                    files.folder.resolve(ARGUMENTS), files.arguments(launch), Charset.forName(nativeEncoding()));
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** Path of the argument file, relative to the worker's folder. */
    String argumentFile() {
        return relative(ARGUMENTS);
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(folder);
    }

    private String arguments(WorkerLaunch launch) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--enable-native-access=ALL-UNNAMED");
        // The work is done in native code: the optimising compiler would only take the processor from it.
        arguments.add("-XX:TieredStopAtLevel=1");
        arguments.add("-XX:ErrorFile=" + FailureReport.JVM_REPORT.formatted("%p"));
        arguments.addAll(launch.jvmArguments());
        arguments.addAll(List.of("-cp", relative(CLASSPATH), launch.mainClass(), relative(REQUEST)));
        return arguments.stream().map(LaunchFiles::quote).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Quotes as the {@code java} launcher reads it: inside double quotes a backslash escapes. */
    static String quote(String argument) {
        String escaped = argument.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + escaped + '"';
    }

    private static void writeClasspath(List<Path> classpath, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classpath.stream()
                                .map(entry -> entry.toUri().toASCIIString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private String relative(String file) {
        return folder.getFileName() + "/" + file;
    }

    /** What the {@code java} launcher takes an argument file to be written in. */
    private static String nativeEncoding() {
        return System.getProperty("sun.jnu.encoding");
    }
}
