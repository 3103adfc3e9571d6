package io.github.distillmaven.it;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A standalone cluster of Apache Spark on loopback: a master and workers with one core each, started from the jars alone. */
final class SparkCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LIST = "target/classpath.txt";
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final List<Path> jars;
    private final int port;

    private SparkCluster(Path folder, List<Path> jars, int port) {
        this.folder = folder;
        this.jars = jars;
        this.port = port;
    }

    /**
     * Starts one and waits until it is whole.
     *
     * @param name of the project that resolves the jars
     * @param workers how many
     */
    static SparkCluster start(String name, int workers) throws IOException, InterruptedException {
        TestProject project = TestProject.empty(name).file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>spark</artifactId><version>1</version><packaging>pom</packaging>
                  <dependencies><dependency>
                    <groupId>org.apache.spark</groupId><artifactId>spark-core_2.13</artifactId><version>%s</version>
                  </dependency></dependencies>
                </project>
                """.formatted(System.getProperty("it.spark")));
        project.with("mdep.outputFile", LIST)
                .run("org.apache.maven.plugins:maven-dependency-plugin:" + System.getProperty("it.dependency-plugin")
                        + ":build-classpath")
                .orFail();
        List<Path> jars = Arrays.stream(
                        Files.readString(project.folder().resolve(LIST)).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        SparkCluster cluster = new SparkCluster(project.folder(), jars, freePort());
        try {
            cluster.start(workers);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    /** As builds name it. */
    String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** The JVMs that run tasks now, which the engine starts for a build. */
    List<ProcessHandle> executors() {
        return below().filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.endsWith("ExecutorBackend")))
                .toList();
    }

    /** The JVMs in which TensorFlow trains for a build now. */
    List<ProcessHandle> trainings() {
        return below().filter(Workers::isWorker).toList();
    }

    private Stream<ProcessHandle> below() {
        return processes.stream().flatMap(Process::descendants).filter(ProcessHandle::isAlive);
    }

    private void start(int workers) throws IOException, InterruptedException {
        // Where executors take their jars from.
        Path home = Files.createDirectories(folder.resolve("home/jars"));
        for (Path jar : jars) {
            Files.createSymbolicLink(home.resolve(jar.getFileName()), jar);
        }
        Files.writeString(folder.resolve("home/RELEASE"), "Spark");
        fork(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        await("I have been elected leader", 1);
        for (int worker = 1; worker <= workers; worker++) {
            fork(
                    "worker" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "-d",
                    folder.resolve("work" + worker).toString(),
                    master());
        }
        await("Registering worker", workers);
    }

    private void fork(String name, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1"));
        OPENED.forEach(opened -> line.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
        line.addAll(List.of("-cp", folder.resolve("home/jars") + File.separator + "*"));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        processes.add(builder.start());
    }

    private void await(String text, int times) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (count(text) < times) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the master never said " + times + " times: " + text);
            }
            Thread.sleep(100);
        }
    }

    private long count(String text) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("master.log"))) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }
}
