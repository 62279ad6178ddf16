package dev.kontor.connector.magento.api;

import java.net.URI;

/**
 * A token that is sent as it is. Since 2.4.4 shops take an integration's token so only if {@code
 * oauth/consumer/enable_integration_as_bearer} is on (magento/contract.md §1).
 */
public record Bearer(String token) implements Credentials {

  @Override
  public String authorization(String method, URI uri, Stamp stamp) {
    return "Bearer " + token;
  }

  @Override
  public String toString() {
    return "Bearer";
  }
}
