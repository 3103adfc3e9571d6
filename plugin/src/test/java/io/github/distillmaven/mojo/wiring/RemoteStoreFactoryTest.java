package io.github.distillmaven.mojo.wiring;

import io.github.distillmaven.remote.RemoteAddress;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is known about a remote's health")
class RemoteStoreFactoryTest {

    private static final RemoteAddress ADDRESS = RemoteAddress.parse("http://host/a");
    private static final RemoteAddress OTHER = RemoteAddress.parse("http://host/b");

    @Test
    void is_shared_by_the_goals_of_a_build_and_by_nobody_else() {
        DefaultSessionData build = new DefaultSessionData();

        assertThat(RemoteStoreFactory.health(build, RemoteAddress.parse("http://host/a/")))
                .isSameAs(RemoteStoreFactory.health(build, ADDRESS))
                .isNotSameAs(RemoteStoreFactory.health(build, OTHER))
                .isNotSameAs(RemoteStoreFactory.health(new DefaultSessionData(), ADDRESS));
    }
}
