package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The resources in a folder beside a class, whether that came from a jar or from a folder of classes.
 *
 * @param beside the class
 * @param folder name of the folder
 */
record ResourceFolder(Class<?> beside, String folder) {

    /** Names of the files in it, sorted. */
    List<String> files() {
        URL url = beside.getResource(folder);
        if (url == null) {
            throw new IllegalStateException("there are no resources '" + folder + "' beside " + beside.getName());
        }
        try {
            return url.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String prefix = connection.getEntryName().replaceFirst("/?$", "/");
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(name -> !name.isEmpty() && !name.contains("/"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> inFolder(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
