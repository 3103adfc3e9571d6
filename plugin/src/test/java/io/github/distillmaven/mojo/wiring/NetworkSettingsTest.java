package io.github.distillmaven.mojo.wiring;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.ServerLogin;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("The login of a server of the settings")
class NetworkSettingsTest {

    private final NetworkSettings network = new NetworkSettings(NetworkSettingsTest::decrypt);
    private final Settings settings = new Settings();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void is_that_of_its_id_with_the_password_decrypted() {
        add("other", "eve", "{x}");
        add("distill.remote", "ada", "{lovelace}");

        assertThat(network.login(settings, "distill.remote", "https://host/", warnings::add))
                .isEqualTo(new ServerLogin(Optional.of(new Credentials("ada", "lovelace")), Map.of()));
    }

    @Test
    void may_be_a_header() throws Exception {
        add("distill.remote", null, null).setConfiguration(dom("""
                <configuration>
                  <httpHeaders>
                    <property><name>Private-Token</name><value>t0ken</value></property>
                    <property><name>Nameless</name></property>
                  </httpHeaders>
                </configuration>"""));

        assertThat(network.login(settings, "distill.remote", "https://host/", warnings::add))
                .isEqualTo(new ServerLogin(Optional.empty(), Map.of("Private-Token", "t0ken")));
    }

    @Test
    void is_none_if_the_settings_have_no_such_server() throws Exception {
        add("other", "eve", "x");
        add("distill.mirror", null, null).setConfiguration(dom("<configuration><timeout>1</timeout></configuration>"));

        assertThat(network.login(settings, "distill.remote", "https://host/", warnings::add))
                .isEqualTo(ServerLogin.none());
        assertThat(network.login(settings, "distill.mirror", "https://host/", warnings::add))
                .isEqualTo(ServerLogin.none());
    }

    @Test
    void goes_only_to_the_addresses_that_its_server_allows() throws Exception {
        add("distill.remote", "ada", "{lovelace}").setConfiguration(dom("""
                <configuration>
                  <allowedAddresses><address>https://host/store/</address></allowedAddresses>
                </configuration>"""));

        assertThat(network.login(settings, "distill.remote", "https://host/store", warnings::add))
                .isEqualTo(new ServerLogin(Optional.of(new Credentials("ada", "lovelace")), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.login(settings, "distill.remote", "https://evil/store", warnings::add))
                .withMessage(
                        "distill.remote is not allowed: the <server> distill.remote in settings.xml shows its credentials"
                                + " only to addresses below 'https://host/store/'. Correct the address in the POM or on the command"
                                + " line, or add it to <allowedAddresses> of that server.");
    }

    @Test
    void goes_nowhere_if_what_its_server_allows_is_no_address() throws Exception {
        add("distill.remote", "ada", "x").setConfiguration(dom("""
                <configuration><allowedAddresses>host/store</allowedAddresses></configuration>"""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.login(settings, "distill.remote", "https://host/store", warnings::add))
                .withMessage(
                        "<allowedAddresses> of the <server> distill.remote in settings.xml holds 'host/store'. Give"
                                + " addresses that begin with http:// or https://, each in an <address>.");
    }

    @Test
    void is_warned_of_where_everybody_on_the_way_can_read_it() {
        add("distill.mirror", "ada", "{lovelace}");

        network.login(settings, "distill.mirror", "https://host/", warnings::add);
        network.login(settings, "distill.mirror", "http://127.0.0.1:8081/", warnings::add);
        network.login(settings, "distill.mirror", "http://localhost/", warnings::add);
        network.login(settings, "distill.remote", "http://host/", warnings::add);
        assertThat(warnings).isEmpty();

        network.login(settings, "distill.mirror", "http://127.0.0.1.evil.com/", warnings::add);
        assertThat(warnings)
                .containsExactly(
                        "distill.mirror begins with http://, so that everybody on the way can read the credentials of"
                                + " the <server> distill.mirror in settings.xml. Use https://.");
    }

    private Server add(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
        return server;
    }

    private static Xpp3Dom dom(String xml) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(xml));
    }

    /** Takes the braces off, which is all that decryption is about here. */
    private static SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        List<Server> servers = request.getServers().stream().map(Server::clone).toList();
        servers.stream()
                .filter(server -> server.getPassword() != null)
                .forEach(server -> server.setPassword(server.getPassword().replaceAll("[{}]", "")));
        return new SettingsDecryptionResult() {

            @Override
            public Server getServer() {
                return null;
            }

            @Override
            public List<Server> getServers() {
                return servers;
            }

            @Override
            public Proxy getProxy() {
                return null;
            }

            @Override
            public List<Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return List.of();
            }
        };
    }
}
