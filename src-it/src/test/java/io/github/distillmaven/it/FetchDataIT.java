package io.github.distillmaven.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The goal fetch-data")
class FetchDataIT {

    /** Of the 10,000 labels of the test set with their header, so that the content alone is wrong. */
    private static final int LABELS_BYTES = 10_008;

    @Test
    @DisplayName("says what it tried and what to do if Maven is offline and nobody has the data")
    void offlineWithoutData() {
        TestProject project = project("offline").withArgument("-o");

        Build build = project.run("verify");

        assertThat(build.warningsWith("data: ")).isEmpty();
        assertThat(text(build, project)).isEqualTo("""
                        Could not get 4 of the 4 files of MNIST for <incoming>:
                          train-images-idx3-ubyte
                          train-labels-idx1-ubyte
                          t10k-images-idx3-ubyte
                          t10k-labels-idx1-ubyte
                        Maven is offline (-o), so no address was asked: run it once without, or put the files, as published or unpacked, into a folder laid out as mnist/<file> and name it with -Ddistill.mirror=<folder or address>.""");
    }

    @Test
    @DisplayName("lists for every file what is wrong with it: a web page, a truncated gzip, other content, nothing")
    void brokenMirror() throws IOException {
        TestProject project = project("broken mirror").withArgument("-o");
        Path mirror = Files.createDirectories(project.folder().resolve("mirror/mnist"));
        byte[] packed = gzip("not MNIST");
        Files.writeString(mirror.resolve("train-images-idx3-ubyte.gz"), "<!DOCTYPE html><title>Maintenance</title>");
        Files.write(mirror.resolve("train-labels-idx1-ubyte.gz"), Arrays.copyOf(packed, packed.length - 9));
        Files.write(mirror.resolve("t10k-images-idx3-ubyte.gz"), packed);
        Files.write(mirror.resolve("t10k-labels-idx1-ubyte"), new byte[LABELS_BYTES]);

        Build build = project.with("distill.mirror", "mirror").run("verify");

        assertThat(text(build, project)).isEqualTo("""
                        Could not get 4 of the 4 files of MNIST for <incoming>:
                          train-images-idx3-ubyte
                            <project>/mirror/mnist/train-images-idx3-ubyte: not found
                            <project>/mirror/mnist/train-images-idx3-ubyte.gz: a web page in place of the file
                          train-labels-idx1-ubyte
                            <project>/mirror/mnist/train-labels-idx1-ubyte: not found
                            <project>/mirror/mnist/train-labels-idx1-ubyte.gz: truncated gzip: 20 bytes, published with 28881
                          t10k-images-idx3-ubyte
                            <project>/mirror/mnist/t10k-images-idx3-ubyte: not found
                            <project>/mirror/mnist/t10k-images-idx3-ubyte.gz: wrong size of t10k-images-idx3-ubyte: wanted 7840016 bytes, got 9
                          t10k-labels-idx1-ubyte
                            <project>/mirror/mnist/t10k-labels-idx1-ubyte: wrong SHA-256 of t10k-labels-idx1-ubyte: wanted ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2, got c894d83183d92b7a81cde4806f1f6a5dc6f9b05476243be75fc18670bb8d9bff
                            <project>/mirror/mnist/t10k-labels-idx1-ubyte.gz: not found
                        Maven is offline (-o), so no address was asked: run it once without, or put the files, as published or unpacked, into a folder laid out as mnist/<file> and name it with -Ddistill.mirror=<folder or address>.""");
        assertThat(Files.exists(project.store().resolve("v1/entries"))).isFalse();
    }

    @Test
    @DisplayName("asks through Maven's proxy, and says so if nobody is there")
    void noNetwork() throws IOException {
        TestProject project = project("no network").withSettings("""
                <proxies><proxy>
                  <id>closed</id><active>true</active><protocol>http</protocol><host>127.0.0.1</host><port>9</port>
                </proxy><proxy>
                  <id>closed-too</id><active>true</active><protocol>https</protocol><host>127.0.0.1</host><port>9</port>
                </proxy></proxies>
                """);

        Build build = project.run("verify");

        assertThat(text(build, project)
                        .replaceAll(
                                "(?m)(^ *https?://.*: Connect to http://127.0.0.1:9 failed: Connection refused\n)+",
                                "<public>\n"))
                .isEqualTo("""
                        Could not get 4 of the 4 files of MNIST for <incoming>:
                          train-images-idx3-ubyte
                        <public>
                          train-labels-idx1-ubyte
                        <public>
                          t10k-images-idx3-ubyte
                        <public>
                          t10k-labels-idx1-ubyte
                        <public>
                        To go on, put the files, as published or unpacked, into a folder laid out as mnist/<file> and name it with -Ddistill.mirror=<folder or address>.""");
    }

    @Test
    @DisplayName("explains a store that cannot be written, and goes on without it")
    void unwritableStore() throws IOException {
        TestProject project =
                TestProject.withExecutions("unwritable", TestProject.execution("x", Experiments.QUICK, "fetch-data"));
        Path file = Files.writeString(project.folder().resolve("file"), "in the way of a folder");

        Build build = project.with("distill.store", file.resolve("store").toString())
                .run("verify")
                .orFail();

        assertThat(build.warningsWith("The store "))
                .singleElement()
                .asString()
                .startsWith(
                        "[WARNING] x: The store " + file.resolve("store") + " cannot be used: a file is on the way to ")
                .endsWith(
                        ", where a folder should be. Remove it, or choose another folder with -Ddistill.store=<folder>."
                                + " The build goes on without it.");
        assertThat(build.experiment("x").resolve("data/synthetic-digits/train-images-idx3-ubyte"))
                .exists();
        assertThat(build.log())
                .as("what later builds need offline, as no training goal is beside this one")
                .contains("runtime: TensorFlow for the device 'cpu' is in the local repository");
    }

    @Test
    @DisplayName("takes real data from a mirror once, and from then on from the store, offline too")
    void mirrorThenStore() throws IOException {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA names no folder with MNIST and Fashion-MNIST");
        TestProject project = project("mirror");

        Build online = project.with("distill.mirror", data).run("verify");
        FileUtils.deleteDirectory(project.folder().resolve("target").toFile());
        Build offline =
                project.with("distill.mirror", "nowhere").withArgument("-o").run("verify");

        assertThat(online.succeeded()).as(online.log()).isTrue();
        assertThat(offline.succeeded()).as(offline.log()).isTrue();
        assertThat(offline.log())
                .contains("data: mnist restored from the store", "data: fashion-mnist restored from the store");
        assertThat(offline.experiment("x").resolve("data/fashion-mnist/train-images-idx3-ubyte"))
                .hasSize(47_040_016);
    }

    @Test
    @DisplayName("asks nobody for the embedded data, so a whole experiment runs offline")
    void embeddedDataOffline() {
        TestProject project =
                TestProject.withExecutions("embedded", TestProject.execution("x", Experiments.QUICK, "fetch-data"));
        project.run("verify").orFail();
        project.startOver();
        project.file("pom.xml", TestProject.pom("project", TestProject.execution("x", Experiments.QUICK)));

        Build offline = project.withArgument("-o").run("verify");

        assertThat(offline.succeeded()).as(offline.log()).isTrue();
    }

    private static TestProject project(String name) {
        return TestProject.withExecutions(name, TestProject.execution("x", Experiments.DOWNLOADED, "fetch-data"));
    }

    private static String text(Build build, TestProject project) {
        return build.error()
                .replace(project.store().toString(), "<store>")
                .replace(project.folder().toString(), "<project>")
                .replaceAll("<store>/v1/incoming/[0-9a-f]{64}", "<incoming>");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
