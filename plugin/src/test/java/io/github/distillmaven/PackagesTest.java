package io.github.distillmaven;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The packages of the plugin")
class PackagesTest {

    private static final String ROOT = "io.github.distillmaven";
    private static final int MOST = 20;

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/Jte"))
            .importPackages(ROOT);

    /** Packages that are too large, and the types that each may have at most until it is split. Nothing is to be added. */
    private static final Map<String, Integer> LARGE = Map.of();

    /** Simple names of several types each. Nothing is to be added. */
    private static final Set<String> AMBIGUOUS = Set.of();

    @Test
    void noPackageIsLarge() {
        Map<String, Long> sizes = PLUGIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(ROOT.length() + 1),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size)
                        .as("types of package '%s'", name)
                        .isLessThanOrEqualTo(LARGE.getOrDefault(name, MOST)));
        assertThat(LARGE.keySet())
                .as("packages that are small by now, and no longer to be listed")
                .allSatisfy(name -> assertThat(sizes.get(name)).as(name).isGreaterThan(MOST));
    }

    @Test
    void noSimpleNameStandsForTwoTypes() {
        Map<String, Set<String>> types = new TreeMap<>();
        PLUGIN.stream()
                .filter(type -> type.isTopLevelClass() || type.isMemberClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getModifiers().contains(JavaModifier.PRIVATE))
                .forEach(type -> types.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName().substring(ROOT.length() + 1)));
        types.values().removeIf(named -> named.size() < 2);

        assertThat(types)
                .allSatisfy((name, named) -> assertThat(AMBIGUOUS)
                        .as("'%s' stands for %s", name, named)
                        .contains(name));
        assertThat(AMBIGUOUS)
                .as("names that stand for one type by now, and are no longer to be listed")
                .isSubsetOf(types.keySet());
    }

    @Test
    void noPackageReachesItselfThroughAnotherOrOneBelow() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PLUGIN);
    }
}
