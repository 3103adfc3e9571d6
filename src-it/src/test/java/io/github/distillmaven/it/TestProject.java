package io.github.distillmaven.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.commons.io.FileUtils;
import org.apache.maven.shared.invoker.CommandLineConfigurationException;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenCommandLineBuilder;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A small project on disk, and the means to build it as its owner would. Two test classes run at a time, so no two tests may give
 * their projects the same name.
 */
final class TestProject {

    private static final Path WORK = Path.of(System.getProperty("it.folder"), "projects");

    /** Of all tests that do not look at how an experiment is made, so that it is made for one of them. Empty when the tests begin. */
    static final Path SHARED_STORE = WORK.resolve("shared store");

    /** For JVMs that end before an optimising compiler or a collector with threads of its own pays. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path folder;
    private final Path store;
    private final Properties properties = new Properties();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment =
            new LinkedHashMap<>(Map.of("MAVEN_ARGS", "", "MAVEN_OPTS", SHORT_LIVED));
    private String moreSettings = "";
    private Path mavenHome = Path.of(System.getProperty("it.maven.home"));

    private TestProject(Path folder) {
        this.folder = folder;
        this.store = folder.resolveSibling(folder.getFileName() + " store");
    }

    /** A fresh project whose {@code pom.xml} runs the plugin with these executions. */
    static TestProject withExecutions(String name, String executions) {
        return empty(name).file("pom.xml", pom("project", executions));
    }

    /** A fresh project of two modules, {@code one} and {@code two}, built in parallel. */
    static TestProject withModules(String name, String executionsOfOne, String executionsOfTwo) {
        return empty(name)
                .file("pom.xml", """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>org.example</groupId><artifactId>parent</artifactId><version>1</version>
                          <packaging>pom</packaging>
                          <modules><module>one</module><module>two</module></modules>
                        </project>
                        """)
                .file("one/pom.xml", pom("one", executionsOfOne))
                .file("two/pom.xml", pom("two", executionsOfTwo))
                .withArgument("-T")
                .withArgument("2");
    }

    /** A fresh copy of the sample project. */
    static TestProject sample(String name) {
        TestProject project = empty(name);
        try {
            FileUtils.copyFileToDirectory(
                    new File(System.getProperty("it.sample"), "pom.xml"), project.folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return project;
    }

    /** A fresh folder without any file. */
    static TestProject empty(String name) {
        TestProject project = new TestProject(WORK.resolve(name));
        try {
            FileUtils.deleteDirectory(project.folder.toFile());
            FileUtils.deleteDirectory(project.store.toFile());
            Files.createDirectories(project.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return project;
    }

    /** A POM without parent, as a foreign project has it. */
    static String pom(String artifact, String executions) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins><plugin>
                    <groupId>io.github.distillmaven</groupId>
                    <artifactId>distill-maven-plugin</artifactId>
                    <version>%s</version>
                    <executions>%s</executions>
                  </plugin></plugins></build>
                </project>
                """.formatted(artifact, System.getProperty("it.version"), executions);
    }

    /** One execution with all goals. */
    static String execution(String id, String configuration) {
        return execution(id, configuration, "fetch-data", "train-teacher", "mislabel", "train-student", "report");
    }

    /** One execution. */
    static String execution(String id, String configuration, String... goals) {
        StringBuilder names = new StringBuilder();
        Arrays.stream(goals).forEach(goal -> names.append("<goal>" + goal + "</goal>"));
        return "<execution><id>%s</id><goals>%s</goals><configuration>%s</configuration></execution>"
                .formatted(id, names, configuration);
    }

    TestProject file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@code -D} for all builds of this project. */
    TestProject with(String property, String value) {
        properties.setProperty(property, value);
        return this;
    }

    /** Takes a {@code -D} back. */
    TestProject without(String property) {
        properties.remove(property);
        return this;
    }

    /** Takes from the store that the tests share what is there, and keeps the rest there. */
    TestProject onSharedStore() {
        return with("distill.store", SHARED_STORE.toString());
    }

    /** From now on no worker's JVM can start, so that a build that needs one fails. */
    TestProject withoutWorkers() {
        return with("distill.jvmArguments", "-XX:+NoSuchFlag");
    }

    /** Another argument of the command line. */
    TestProject withArgument(String argument) {
        arguments.add(argument);
        return this;
    }

    /** A variable of Maven's environment. */
    TestProject withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Another Maven than the one that runs the tests. */
    TestProject withMaven(Path home) {
        mavenHome = home;
        return this;
    }

    /** Elements for settings.xml, besides those that every test needs. */
    TestProject withSettings(String elements) {
        moreSettings = elements;
        return this;
    }

    /** Empties the store, and {@code target} too. */
    void startOver() {
        try {
            FileUtils.deleteDirectory(folder.resolve("target").toFile());
            FileUtils.deleteDirectory(store.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path store() {
        return store;
    }

    /** Runs Maven and waits for its end. */
    Build run(String... goals) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try {
            InvocationRequest request = request(goals);
            request.setOutputHandler(lines::add);
            request.setErrorHandler(lines::add);
            InvocationResult result = new DefaultInvoker().execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(result.getExecutionException());
            }
            Files.write(folder.resolveSibling(folder.getFileName() + ".log"), lines);
            return new Build(result.getExitCode(), List.copyOf(lines), folder);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the same Maven that {@link #run} runs, as a process of its own. */
    RunningBuild start(String... goals) {
        return startNamed(folder.getFileName().toString(), goals);
    }

    /**
     * The same, for one of several builds that run at the same time.
     *
     * @param name of its log, beside the project
     */
    RunningBuild startNamed(String name, String... goals) {
        try {
            MavenCommandLineBuilder line = new MavenCommandLineBuilder();
            String[] options = line.build(request(goals)).getArguments();
            List<String> command = new ArrayList<>();
            command.add(line.getMavenExecutable().toString());
            command.addAll(Arrays.asList(options));
            Path log = folder.resolveSibling(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new RunningBuild(process, log, folder);
        } catch (CommandLineConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InvocationRequest request(String... goals) throws IOException {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setMavenHome(mavenHome.toFile());
        request.setBaseDirectory(folder.toFile());
        request.setLocalRepositoryDirectory(new File(System.getProperty("it.local-repository")));
        request.setUserSettingsFile(
                StagedSettings.write(folder.resolveSibling(folder.getFileName() + " settings.xml"), moreSettings)
                        .toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.addArgs(Arrays.asList(goals));
        request.addArgs(arguments);
        Properties all = new Properties();
        all.setProperty("distill.store", store.toString());
        all.putAll(properties);
        request.setProperties(all);
        environment.forEach(request::addShellEnvironment);
        return request;
    }
}
