package dev.kontor.engine.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code administration}. */
final class AdministrationReader {

  private static final String POINTER = "/administration/oidc";

  private final JsonNode node;
  private final JsonNode schema;
  private final Secrets secrets;

  /**
   * @param schema of the whole configuration
   */
  AdministrationReader(JsonNode root, JsonNode schema, Secrets secrets) {
    this.node = root.path("administration");
    this.schema = schema.at("/properties/administration/properties/oidc");
    this.secrets = secrets;
  }

  AdministrationConfig read() {
    JsonNode url = node.path("url");
    return new AdministrationConfig(
        url.isString() ? URI.create(url.asString()) : null,
        texts(node.path("proxies")),
        oidc(node.path("oidc")));
  }

  private @Nullable OidcConfig oidc(JsonNode given) {
    if (given.isMissingNode()) {
      return null;
    }
    JsonNode oidc = secrets.resolve(given, schema, POINTER);
    Map<String, String> roles = new LinkedHashMap<>();
    oidc.path("roles")
        .properties()
        .forEach(row -> roles.put(row.getKey(), row.getValue().asString()));
    return new OidcConfig(
        oidc.path("name").asString("identity provider"),
        oidc.path("issuer").asString(),
        oidc.path("clientId").asString(),
        oidc.path("clientSecret").asString(""),
        texts(oidc.path("scopes")),
        oidc.path("userClaim").asString("preferred_username"),
        oidc.path("rolesClaim").asString("roles"),
        roles);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
