package dev.kontor.engine.setup;

import dev.kontor.engine.config.KeptConnection;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.engine.vault.VaultException;
import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A connection as the database keeps it: nothing in clear, and bound to its name. */
final class SealedConnection {

  private SealedConnection() {}

  static Sealed seal(Vault vault, String name, KeptConnection kept) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", name);
    tree.put("connector", kept.connector());
    tree.put("zone", kept.zone());
    tree.put("referencePrefix", kept.referencePrefix());
    tree.set("settings", kept.settings());
    ObjectNode secrets = tree.putObject("secrets");
    kept.secrets().forEach(secrets::put);
    byte[] plain = tree.toString().getBytes(StandardCharsets.UTF_8);
    return vault.seal(PayloadClass.SETTING, null, plain);
  }

  /**
   * @throws VaultException if the bytes were changed or are another connection's
   */
  static KeptConnection open(Vault vault, String name, Sealed sealed) {
    JsonNode tree = ModelJson.parse(new String(vault.open(sealed), StandardCharsets.UTF_8));
    if (!tree.path("name").asString("").equals(name)) {
      throw new VaultException("The connection " + name + " was put in place of another one");
    }
    Map<String, String> secrets = new HashMap<>();
    tree.path("secrets")
        .properties()
        .forEach(secret -> secrets.put(secret.getKey(), secret.getValue().asString()));
    JsonNode zone = tree.path("zone");
    return new KeptConnection(
        tree.path("connector").asString(),
        zone.isString() ? zone.asString() : null,
        tree.path("referencePrefix").asString(),
        (ObjectNode) tree.path("settings"),
        secrets);
  }
}
