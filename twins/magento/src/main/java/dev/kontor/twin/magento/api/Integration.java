package dev.kontor.twin.magento.api;

import java.util.Set;

/**
 * An integration of the shop with its four secrets of 32 characters each and its rights.
 *
 * @param resources ACL resources such as {@code Magento_Sales::ship}; {@link #ALL} has them all
 */
public record Integration(
    long id,
    String consumerKey,
    String consumerSecret,
    String token,
    String tokenSecret,
    Set<String> resources) {
  public static final String ALL = "Magento_Backend::all";

  public Integration {
    resources = Set.copyOf(resources);
  }

  boolean may(String resource) {
    return resources.contains(ALL) || resources.contains(resource);
  }
}
