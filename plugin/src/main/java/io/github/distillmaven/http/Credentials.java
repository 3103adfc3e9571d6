package io.github.distillmaven.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;

/**
 * What a server or a proxy lets somebody in with.
 *
 * @param user name
 * @param password in clear text; Maven's encrypted passwords are decrypted by whoever reads the settings
 */
public record Credentials(String user, String password) {

    UsernamePasswordCredentials asPassword() {
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }

    /** The value of an {@code Authorization} header. */
    String asBasic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** The user's name alone, so that no log shows the password. */
    @Override
    public String toString() {
        return user;
    }
}
