package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Rehearses a release from a copy of the sources, into a folder, signed with a key that is thrown away. */
@DisplayName("A release")
class ReleaseIT {

    private static final Path ROOT = Path.of(System.getProperty("it.sample")).getParent();
    private static final String VERSION = "1.2.3";
    private static final String PARENT = "distill-maven-parent/1.2.3/distill-maven-parent-1.2.3";
    private static final String PLUGIN = "distill-maven-plugin/1.2.3/distill-maven-plugin-1.2.3";
    private static final List<String> FILES = List.of(
            PARENT + ".pom",
            PLUGIN + "-cyclonedx.json",
            PLUGIN + "-cyclonedx.xml",
            PLUGIN + "-javadoc.jar",
            PLUGIN + "-sources.jar",
            PLUGIN + ".jar",
            PLUGIN + ".pom");

    @Test
    @DisplayName(
            "is complete: sources, documentation, POMs, licences, what it is made of, signatures and checksums, and nothing else")
    void isComplete() throws Exception {
        assumeTrue(Signatures.canBeMade(), "gpg is not on the path");
        assumeTrue(Boolean.getBoolean("it.release"), "takes minutes; -Dit.release runs it");
        TestProject project = sources();
        Path repository = project.folder().resolve("target/release");
        try (Signatures signatures = Signatures.ofNewKey()) {
            project.withEnvironment("GNUPGHOME", signatures.folder().toString());
            project.run("versions:set", "-DnewVersion=" + VERSION, "-DgenerateBackupPoms=false")
                    .orFail();
            project.with("maven.test.skip", "true")
                    .with("skipTests", "true")
                    .with("maven.install.skip", "true")
                    .with("altDeploymentRepository", "rehearsal::" + repository.toUri())
                    .run("deploy", "-Prelease", "-pl", "plugin", "-am")
                    .orFail();

            Path group = repository.resolve("io/github/distillmaven");
            assertThat(files(group)).containsExactlyElementsOf(FILES);
            for (String name : FILES) {
                Path file = group.resolve(name);
                assertThat(signatures.verify(file)).as(name).isTrue();
                assertThat(Path.of(file + ".md5")).hasContent(digest("MD5", file));
                assertThat(Path.of(file + ".sha1")).hasContent(digest("SHA-1", file));
            }
            requirePoms(group);
            requireJars(group);
            requireBillOfMaterials(group.resolve(PLUGIN + "-cyclonedx.json"));
        }
        assertThat(project.folder().resolve("sample-project/pom.xml"))
                .content()
                .contains("<artifactId>distill-maven-plugin</artifactId>")
                .contains("<version>" + VERSION + "</version>")
                .doesNotContain("-SNAPSHOT");
    }

    /** All that is in the repository and takes part in a build of the plugin. */
    private static TestProject sources() throws IOException {
        TestProject project = TestProject.empty("release");
        for (String name : List.of(
                "pom.xml",
                "LICENSE",
                "NOTICE",
                "plugin/pom.xml",
                "plugin/src/main",
                "sample-project/pom.xml",
                "src-it/pom.xml")) {
            Path source = ROOT.resolve(name);
            Path target = project.folder().resolve(name);
            if (Files.isDirectory(source)) {
                FileUtils.copyDirectory(source.toFile(), target.toFile());
            } else {
                FileUtils.copyFile(source.toFile(), target.toFile());
            }
        }
        return project;
    }

    /** What was deployed, but for what goes with each file. */
    private static List<String> files(Path group) throws IOException {
        try (Stream<Path> files = Files.walk(group)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> group.relativize(file).toString())
                    .filter(name -> !name.matches(".*\\.(asc|md5|sha1|sha256|sha512)|.*/maven-metadata.*"))
                    .sorted()
                    .toList();
        }
    }

    private static String digest(String algorithm, Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    }

    private static void requirePoms(Path group) throws Exception {
        Element parent = parse(group.resolve(PARENT + ".pom"));
        Element plugin = parse(group.resolve(PLUGIN + ".pom"));
        for (String path : List.of(
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/url",
                "scm/connection",
                "scm/developerConnection",
                "scm/url",
                "issueManagement/url")) {
            assertThat(text(parent, path)).as(path).isNotBlank();
        }
        assertThat(text(parent, "version")).isEqualTo(VERSION);
        assertThat(text(plugin, "parent/version")).isEqualTo(VERSION);
        assertThat(text(plugin, "name")).isNotBlank();
        assertThat(text(plugin, "description")).isNotBlank();
        for (String name : List.of(PARENT, PLUGIN)) {
            assertThat(group.resolve(name + ".pom")).content().doesNotContain("-SNAPSHOT");
        }
    }

    private static void requireJars(Path group) throws IOException {
        for (String name : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
            try (JarFile jar = new JarFile(group.resolve(PLUGIN + name).toFile())) {
                for (String file : List.of("LICENSE", "NOTICE")) {
                    byte[] content =
                            jar.getInputStream(jar.getEntry("META-INF/" + file)).readAllBytes();
                    assertThat(new String(content, StandardCharsets.UTF_8))
                            .as(name)
                            .isEqualTo(Files.readString(ROOT.resolve(file)));
                }
            }
        }
        try (JarFile sources =
                        new JarFile(group.resolve(PLUGIN + "-sources.jar").toFile());
                JarFile documentation =
                        new JarFile(group.resolve(PLUGIN + "-javadoc.jar").toFile())) {
            String type = "io/github/distillmaven/extension/Network";
            assertThat(sources.getEntry(type + ".java")).isNotNull();
            assertThat(documentation.getEntry(type + ".html")).isNotNull();
        }
    }

    private static void requireBillOfMaterials(Path file) {
        JsonNode bill = new ObjectMapper().readTree(file.toFile());
        assertThat(bill.get("metadata").get("component").get("version").asString())
                .isEqualTo(VERSION);
        List<JsonNode> components = bill.get("components").valueStream().toList();
        assertThat(components)
                .extracting(component -> component.get("name").asString())
                .contains("jackson-databind", "httpclient5")
                .doesNotContain("junit-jupiter", "maven-core");
        assertThat(components)
                .allSatisfy(component -> assertThat(component.path("licenses").size())
                        .as("licences of %s", component.get("name"))
                        .isPositive());
    }

    private static Element parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
    }

    /** The text of the first element at a path; empty if there is none. */
    private static String text(Element parent, String path) {
        Element element = parent;
        for (String name : path.split("/")) {
            Element below = null;
            for (int i = 0; i < element.getChildNodes().getLength() && below == null; i++) {
                if (element.getChildNodes().item(i) instanceof Element child
                        && child.getTagName().equals(name)) {
                    below = child;
                }
            }
            if (below == null) {
                return "";
            }
            element = below;
        }
        return element.getTextContent().strip();
    }
}
