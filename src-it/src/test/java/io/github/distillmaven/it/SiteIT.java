package io.github.distillmaven.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("mvn site")
class SiteIT {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|srcset)=\"([^\"#]+)");

    private static final String REPORTING = """
            <reporting>
              <excludeDefaults>true</excludeDefaults>
              <plugins><plugin>
                <groupId>io.github.distillmaven</groupId>
                <artifactId>distill-maven-plugin</artifactId>
                <version>%s</version>
              </plugin></plugins>
            </reporting>
            """.formatted(System.getProperty("it.version"));

    private static final String SITE_PLUGIN = """
            <plugin>
              <groupId>org.apache.maven.plugins</groupId>
              <artifactId>maven-site-plugin</artifactId>
              <version>%s</version>
            </plugin>
            """.formatted(System.getProperty("it.site-plugin"));

    @Test
    @DisplayName("says that there are no experiments yet, and after verify shows them all, with links that work")
    void showsTheExperimentsOfAModule() throws IOException {
        TestProject project = TestProject.empty("site")
                .file(
                        "pom.xml",
                        withSite(TestProject.pom(
                                "project",
                                TestProject.execution("x", Experiments.QUICK)
                                        + TestProject.execution("the second", Experiments.QUICK))))
                .onSharedStore();

        Build before = project.run("site").orFail();
        String empty = page(before.folder(), "distill.html");
        Build after =
                project.with("locales", "default,de").run("verify", "site").orFail();

        assertThat(before.warningsWith("distill")).as(before.log()).isEmpty();
        assertThat(before.warningsWith("No experiment has been reported yet"))
                .contains("[WARNING] No experiment has been reported yet, and the site says so."
                        + " 'mvn verify site' runs the experiments before it builds the site.");
        assertThat(empty).contains("No experiment has been reported yet.").contains("mvn verify site");
        assertThat(page(after.folder(), "project-reports.html"))
                .contains("<a href=\"distill.html\">Distillation</a>")
                .contains("What students learn from a teacher's labels alone: the experiments of this project.");
        assertThat(after.warningsWith("An issue has occurred")).isEmpty();
        for (String locale : new String[] {"", "de/"}) {
            Path site = after.folder().resolve("target/site").resolve(locale);
            Set<Path> reached = reachable(site.resolve("distill.html"), site);
            assertThat(reached)
                    .contains(
                            site.resolve("distill/index.html"),
                            site.resolve("distill/x/report/index.html"),
                            site.resolve("distill/x/results.json"),
                            site.resolve("distill/the second/report/index.html"))
                    .allSatisfy(file -> assertThat(file).exists());
            assertThat(site.resolve("distill/x/teacher")).doesNotExist();
            assertThat(Files.readString(site.resolve("distill.html")))
                    .contains("src=\"./distill/accuracies-light.svg\"")
                    .contains("Accuracies on the test set of the teacher");
        }
    }

    @Test
    @DisplayName("of a parent links to its modules, and verify leaves one overview of all of them there")
    void linksToModules() throws IOException {
        TestProject project = TestProject.withModules(
                        "site of modules",
                        TestProject.execution("x", Experiments.QUICK),
                        TestProject.execution("x", Experiments.QUICK))
                .file("pom.xml", withSite("""
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>org.example</groupId><artifactId>parent</artifactId><version>1</version>
                          <packaging>pom</packaging>
                          <modules><module>one</module><module>two</module></modules>
                          <build><plugins></plugins></build>
                        </project>
                        """))
                .onSharedStore();

        Build verified = project.run("verify").orFail();
        Path overview = verified.folder().resolve("target/distill/index.html");
        Build site = project.withoutWorkers().run("site", "-pl", ".").orFail();

        assertThat(Files.readString(overview)).contains("in 2 experiments of 2 modules.");
        assertThat(reachable(overview, verified.folder()))
                .contains(
                        verified.folder().resolve("one/target/distill/x/report/index.html"),
                        verified.folder().resolve("two/target/distill/x/report/index.html"))
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(verified.linesWith("Experiments of all modules: "))
                .contains("[INFO] Experiments of all modules: " + overview);
        assertThat(page(site.folder(), "distill.html"))
                .contains("href=\"./one/distill.html\"")
                .contains("href=\"./two/distill.html\"")
                .contains("href=\"./one/distill/x/report/index.html\"")
                .contains("trained only on its teacher")
                .doesNotContain("No experiment");
    }

    private static String withSite(String pom) {
        String url = "<url>https://example.org/project</url>";
        return pom.replace("</plugins></build>", SITE_PLUGIN + "</plugins></build>" + url + REPORTING);
    }

    private static String page(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve("target/site").resolve(name));
    }

    /** The files that links and pictures lead to from a page, and from those pages on, as far as they are in a folder. */
    private static Set<Path> reachable(Path start, Path within) throws IOException {
        Set<Path> reached = new TreeSet<>(Set.of(start));
        Deque<Path> pages = new ArrayDeque<>(reached);
        while (!pages.isEmpty()) {
            Path page = pages.remove();
            Matcher address = ADDRESS.matcher(Files.readString(page));
            while (address.find()) {
                URI target = page.toUri().resolve(address.group(1));
                Path file = "file".equals(target.getScheme()) ? Path.of(target) : null;
                if (file != null && file.startsWith(within) && reached.add(file) && isPage(file)) {
                    pages.add(file);
                }
            }
        }
        return reached;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html") && Files.exists(file);
    }
}
