package io.github.distillmaven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The structure of the plugin")
class ArchitectureTest {

    private static final String ROOT = "io.github.distillmaven";

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TempDir
    private Path sources;

    /** Which packages may use a package; those of which nothing stands here may be used by all. */
    private static final Map<String, Set<String>> USERS = Map.ofEntries(
            entry("mojo", Set.of()),
            entry("cluster", Set.of("mojo")),
            entry("tensorflow", Set.of()),
            entry("pipeline", Set.of("mojo")),
            entry("store", Set.of("mojo", "pipeline", "provenance")),
            entry("provenance", Set.of("mojo", "pipeline", "results", "report")),
            entry("fetch", Set.of("mojo", "pipeline", "progress")),
            entry("progress", Set.of("mojo", "pipeline")),
            entry("remote", Set.of("mojo", "pipeline")),
            entry("http", Set.of("mojo", "fetch", "remote")),
            entry("site", Set.of("mojo")),
            entry("report", Set.of("mojo", "pipeline", "site")),
            entry("gate", Set.of("pipeline", "report")),
            entry("results", Set.of("mojo", "pipeline", "report", "site", "gate")),
            entry("worker", Set.of("mojo", "cluster", "pipeline", "progress", "tensorflow")),
            entry("dataset", Set.of("mojo", "pipeline", "fetch", "worker", "tensorflow", "results", "report")),
            entry("evaluation", Set.of("experiment", "dataset", "pipeline", "results", "report")),
            entry("network", Set.of("experiment", "tensorflow")),
            entry("schedule", Set.of()),
            entry("transfer", Set.of("pipeline", "dataset")),
            entry("metrics", Set.of("pipeline", "dataset", "tensorflow", "results", "report", "gate")));

    @Test
    void arrowsBetweenPackagesGoOneWay() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("experiment")
                .definedBy(ROOT + ".experiment..")
                .layer("extension")
                .definedBy(ROOT + ".extension..");
        for (String name : USERS.keySet()) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
        }
        for (Map.Entry<String, Set<String>> layer : USERS.entrySet()) {
            layers = layer.getValue().isEmpty()
                    ? layers.whereLayer(layer.getKey()).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(layer.getKey())
                            .mayOnlyBeAccessedByLayers(layer.getValue().toArray(String[]::new));
        }
        layers.check(PLUGIN);
    }

    /** Imports that nothing uses, and links in comments, are in no class file. */
    @Test
    void arrowsInTheSourcesGoTheSameWay() throws IOException {
        assertThat(SourceArrows.in(Path.of("src/main/java"), ROOT))
                .hasSizeGreaterThan(500)
                .allSatisfy(arrow -> assertThat(arrow.from().equals(arrow.to())
                                || USERS.getOrDefault(arrow.to(), Set.of(arrow.from()))
                                        .contains(arrow.from()))
                        .as("%s: '%s' may not name '%s'", arrow.file(), arrow.from(), arrow.to())
                        .isTrue());
    }

    @Test
    void arrowsInTheSourcesAreFoundInImportsAndComments() throws IOException {
        Path file = Files.createDirectories(sources.resolve("io/github/distillmaven/results"))
                .resolve("Results.java");
        Files.writeString(file, """
                package io.github.distillmaven.results;
                import io.github.distillmaven.report.account.LogSummary;
                import static io.github.distillmaven.gate.Judge.judge;
                /** See {@link io.github.distillmaven.site.SiteReport#of}. */
                class Results { String main = "io.github.distillmaven.tensorflow.Main"; }
                """);

        assertThat(SourceArrows.in(sources, ROOT).stream().map(SourceArrows.Arrow::to))
                .containsExactly("report", "gate", "site");
    }

    @Test
    void noPackageReachesItselfThroughAnother() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PLUGIN);
    }

    @Test
    void onlyOnePackageKnowsTensorFlow() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".tensorflow..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tensorflow.."))
                .check(PLUGIN);
    }

    @Test
    void onlyOnePackageKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cluster.spark..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.spark..").or(resideInAPackage("scala..")))
                .check(PLUGIN);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cluster.spark..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".cluster.spark.."))
                .check(PLUGIN);
    }

    @Test
    void whatBeginsATaskNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".cluster.start..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.."))
                        .or(resideInAPackage(ROOT + ".cluster.start..")))
                .check(PLUGIN);
    }

    @Test
    void theWorkersJvmNeedsNothingOfMaven() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".tensorflow..", ROOT + ".dataset..", ROOT + ".experiment..", ROOT + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..")
                .check(PLUGIN);
    }

    @Test
    void nothingIsRememberedBetweenGoals() {
        noFields().that().areStatic().should().notBeFinal().check(PLUGIN);
    }

    @Test
    void classesAreNamedForARole() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .check(PLUGIN);
    }
}
