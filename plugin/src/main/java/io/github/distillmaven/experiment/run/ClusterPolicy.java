package io.github.distillmaven.experiment.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.option.UnfitValueException;
import io.github.distillmaven.extension.option.ValueType;

/**
 * The cluster whose machines answer an experiment's requests. Nothing of it changes a result.
 *
 * @param master as Apache Spark names it, such as {@code spark://host:7077}
 * @param version of Apache Spark, such as {@code 4.1.3}
 * @param options of Apache Spark by its own names, such as {@code spark.executor.memory}
 */
public record ClusterPolicy(String master, String version, Map<String, String> options) {

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d{1,4}|\\*)])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://[^\\s,:/]+:\\d{1,5}(,[^\\s,:/]+:\\d{1,5})*");
    private static final Pattern KUBERNETES = Pattern.compile("k8s://\\S+");
    private static final Pattern VERSION = Pattern.compile("4\\.\\d{1,3}\\.\\d{1,3}");

    /** What the build sets itself. */
    private static final List<String> OURS = List.of(
            "spark.master",
            "spark.app.name",
            "spark.submit.deployMode",
            "spark.task.cpus",
            "spark.jars",
            "spark.driver.memory",
            "spark.driver.extraJavaOptions",
            "spark.driver.extraClassPath");

    public ClusterPolicy {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** The version that there is if the user names none. */
    public static String defaultVersion() {
        Properties properties = new Properties();
        try (InputStream in = ClusterPolicy.class.getResourceAsStream("cluster.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("spark");
    }

    /** What a master may be. */
    public static ValueType<String> masterType() {
        return ValueType.of("local[2], local[*], spark://host:port, k8s://address or yarn", text -> {
            boolean known = LOCAL.matcher(text).matches()
                    || STANDALONE.matcher(text).matches()
                    || KUBERNETES.matcher(text).matches()
                    || text.equals("yarn");
            if (!known || text.equals("local[0]")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** What a version may be. */
    public static ValueType<String> versionType() {
        return ValueType.of("a version of Apache Spark 4, such as " + defaultVersion(), text -> {
            if (!VERSION.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** Options of Spark, {@code name=value} each, separated by blanks. */
    public static ValueType<Map<String, String>> optionsType() {
        return ValueType.of(
                "options of Apache Spark, such as spark.executor.memory=4g, separated by blanks",
                ClusterPolicy::options);
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : QuotedWords.split(text)) {
            int equals = word.indexOf('=');
            String name = word.substring(0, Math.max(0, equals));
            if (!name.startsWith("spark.") || OURS.contains(name)) {
                throw new UnfitValueException(
                        OURS.contains(name)
                                ? "The build sets " + name + " itself. Leave it out."
                                : "'" + word
                                        + "' is none: their names begin with 'spark.', and '=' stands before the value.");
            }
            options.put(name, word.substring(equals + 1));
        }
        return options;
    }

    /** Whether executors are part of the driver, on this machine. */
    public boolean isLocal() {
        return LOCAL.matcher(master).matches();
    }

    /**
     * Cores of a local one.
     *
     * @param processors of this machine
     */
    public int localCores(int processors) {
        Matcher local = LOCAL.matcher(master);
        if (!local.matches() || local.group(1) == null) {
            return 1;
        }
        return local.group(1).equals("*") ? processors : Integer.parseInt(local.group(1));
    }

    /** Addresses of a standalone master, {@code host:port}; empty for another one. */
    public List<String> addresses() {
        return STANDALONE.matcher(master).matches()
                ? new ArrayList<>(List.of(master.substring("spark://".length()).split(",")))
                : List.of();
    }

    /** Coordinates of what has to be resolved of Spark. */
    public List<String> artifacts() {
        List<String> artifacts = new ArrayList<>(List.of("org.apache.spark:spark-core_2.13:" + version));
        if (master.equals("yarn")) {
            artifacts.add("org.apache.spark:spark-yarn_2.13:" + version);
        } else if (KUBERNETES.matcher(master).matches()) {
            artifacts.add("org.apache.spark:spark-kubernetes_2.13:" + version);
        }
        return artifacts;
    }
}
