package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings for the builds under test: they take from the user's local repository what it already holds, as if it were a
 * remote one, so that nothing is downloaded twice and nothing of the plugin under test gets into it.
 */
final class StagedSettings {

    private StagedSettings() {}

    static Path write(Path file, String elements) throws IOException {
        String repository =
                """
                <id>users-repository</id>
                <url>%s</url>
                <releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(Path.of(System.getProperty("it.users-repository")).toUri());
        return Files.writeString(file, """
                <settings>
                  %2$s
                  <profiles><profile>
                    <id>staged</id>
                    <repositories><repository>%1$s</repository></repositories>
                    <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>staged</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository, elements));
    }
}
