package io.github.distillmaven.worker.launch;

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

import io.github.distillmaven.worker.NativesFolder;
import io.github.distillmaven.worker.WorkerException;
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
    private static final String ASSIGNMENT = "assignment.json";

    /** What the {@code java} launcher takes an argument file to be written in. */
    private static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding"));

    private final Path folder;
    private final Path natives;

    private LaunchFiles(Path folder, Path natives) {
        this.folder = folder;
        this.natives = natives;
    }

    static LaunchFiles write(JvmLaunch launch, WorkerServer server) throws IOException, WorkerException {
        Path folder = Files.createTempDirectory(launch.folder(), "launch");
        try {
            LaunchFiles files = new LaunchFiles(folder, natives(launch, folder));
            JsonMapper.shared().writeValue(files.folder.resolve(ASSIGNMENT), server.assignment());
            writeClasspath(launch.jvm().classpath(), files.folder.resolve(CLASSPATH));
            Files.writeString(files.folder.resolve(ARGUMENTS), files.arguments(launch), ENCODING);
            return files;
        } catch (IOException | WorkerException | RuntimeException e) {
            PathUtils.deleteDirectory(folder);
            throw e;
        }
    }

    /** Where the worker's native libraries are unpacked to. */
    Path natives() {
        return natives;
    }

    private static Path natives(JvmLaunch launch, Path ours) throws IOException, WorkerException {
        String property = "-D" + NativesFolder.PROPERTY + "=";
        String named = launch.jvm().arguments().stream()
                .filter(argument -> argument.startsWith(property))
                .map(argument -> launch.folder()
                        .resolve(argument.substring(property.length()))
                        .toString())
                .reduce((first, last) -> last)
                .orElse(System.getProperty(NativesFolder.PROPERTY));
        List<Path> classpath = launch.jvm().classpath();
        Path runtime = classpath.stream()
                .filter(entry -> entry.getFileName().toString().startsWith("tensorflow"))
                .findFirst()
                .orElse(classpath.get(0));
        return NativesFolder.forOwnerOf(ours)
                .choose(named, System.getProperty("user.home"), runtime.resolveSibling(""));
    }

    /** Path of the argument file, relative to the worker's folder. */
    String argumentFile() {
        return relative(ARGUMENTS);
    }

    /** Nobody reads them any more. Windows keeps what is open, until the worker has ended. */
    void discard() {
        try {
            close();
        } catch (IOException stillOpen) {
            // They go with the worker.
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            PathUtils.deleteDirectory(folder);
        }
    }

    private String arguments(JvmLaunch launch) throws WorkerException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--enable-native-access=ALL-UNNAMED");
        // Tensors are closed by hand: nobody need ask the system at each of them how much memory is in use.
        arguments.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        arguments.add("-XX:ErrorFile=" + ForkedJvm.REPORT.formatted("%p"));
        arguments.add("-D" + NativesFolder.PROPERTY + "=" + natives);
        arguments.addAll(launch.jvm().arguments());
        for (String argument : arguments) {
            requireEncodable(argument, launch);
        }
        arguments.addAll(List.of("-cp", relative(CLASSPATH), launch.jvm().mainClass(), relative(ASSIGNMENT)));
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

    private static void requireEncodable(String argument, JvmLaunch launch) throws WorkerException {
        if (!ENCODING.newEncoder().canEncode(argument)) {
            throw new WorkerException("""
                    %s: the %s could not be started: %s cannot write the argument '%s', and it is the encoding of this system.
                    Try: set a locale with UTF-8, for example LC_ALL=C.UTF-8, or use plain letters in <jvmArguments>.""".formatted(launch.label(), launch.role(), ENCODING, argument));
        }
    }
}
