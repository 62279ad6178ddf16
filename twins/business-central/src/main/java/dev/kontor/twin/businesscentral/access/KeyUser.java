package dev.kontor.twin.businesscentral.access;

import dev.kontor.twin.kit.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The one user of an instance of credential type NavUserPassword, with web service access key
 * (behaviours.md §2).
 *
 * @param apiServices whether the instance's API services are on, which they are not by default
 */
public record KeyUser(String name, String accessKey, boolean apiServices) implements ServerUser {

  /** Whether the call is signed by this user. */
  public boolean signed(Call call) {
    byte[] pair = (name + ":" + accessKey).getBytes(StandardCharsets.US_ASCII);
    String expected = "Basic " + Base64.getEncoder().encodeToString(pair);
    return call.header("Authorization").orElse("").equals(expected);
  }
}
